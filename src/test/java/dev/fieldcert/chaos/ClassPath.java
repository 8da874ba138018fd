package dev.fieldcert.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Where a process finds its classes, and perhaps an archive of them (class-data sharing): with it a killed bot is up again
 * in half the time.
 *
 * @param archive made beforehand by a process that was started with {@link #training}; empty for none
 */
record ClassPath(List<String> entries, Optional<Path> archive) {

    /** What this process has. */
    static ClassPath own() {
        return new ClassPath(
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)), Optional.empty());
    }

    /** The same classes with each folder as a jar, because folders cannot be archived. */
    ClassPath asJars(Path into) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : entries) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, into.resolve("classes" + jars.size() + ".jar")) : entry);
        }
        return new ClassPath(jars, Optional.empty());
    }

    private static String jar(Path folder, Path jar) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> !path.equals(folder)).sorted().forEach(path -> add(zip, folder, path));
        }
        return jar.toString();
    }

    /** Folders as well: resources are found by looking into them. */
    private static void add(ZipOutputStream zip, Path folder, Path path) {
        try {
            String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
            boolean isFile = Files.isRegularFile(path);
            zip.putNextEntry(new ZipEntry(isFile ? name : name + "/"));
            if (isFile) {
                Files.copy(path, zip);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassPath archivedIn(Path file) {
        return new ClassPath(entries, Files.exists(file) ? Optional.of(file) : Optional.empty());
    }

    /** What java is told, before the name of a class. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        archive.ifPresent(file -> arguments.add("-XX:SharedArchiveFile=" + file));
        arguments.addAll(List.of("-cp", String.join(File.pathSeparator, entries)));
        return arguments;
    }

    /** The same for a process that starts, ends by itself, and leaves the archive in {@code file}. */
    List<String> training(Path file) {
        return List.of(
                "-XX:ArchiveClassesAtExit=" + file,
                "-Dspring.context.exit=onRefresh",
                "-cp",
                String.join(File.pathSeparator, entries));
    }
}
