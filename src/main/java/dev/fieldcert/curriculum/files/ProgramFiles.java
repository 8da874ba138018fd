package dev.fieldcert.curriculum.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text files of a program. They are hashed into a version, and stored for attempts that started with this version.
 *
 * @param texts by path below the program's folder, with slashes; lines end with {@code \n}
 */
public record ProgramFiles(Map<String, String> texts) {

    /** The file with the program's paths and the ids of its courses. */
    public static final String PROGRAM = "program.yaml";

    /** The figures that the other files show; optional. */
    static final String FIGURES = "figures.yaml";

    private static final String BUILT_IN = "curriculum/";
    private static final long LARGEST = 1_000_000;
    private static final int DEEPEST = 4;

    public ProgramFiles {
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((path, text) -> sorted.put(path, normal(text)));
        texts = Collections.unmodifiableMap(sorted);
    }

    /**
     * Removes what editors and version control change without changing the program: byte-order marks and other line
     * endings.
     */
    private static String normal(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * Reads the Markdown, YAML, GIFT, and SVG files of a folder, up to four levels deep. Hidden files, hidden folders,
     * and links are skipped. Bytes that are not UTF-8 become U+FFFD, which the reader reports.
     *
     * @throws UncheckedIOException if the folder cannot be read, or a file is larger than a megabyte
     */
    public static ProgramFiles of(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException(folder + " is not a folder");
            }
            Files.walkFileTree(folder, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean hidden = !directory.equals(folder)
                            && directory.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    if (attributes.isRegularFile()
                            && !name.startsWith(".")
                            && name.matches("(?i).*\\.(?:md|ya?ml|gift|svg)")) {
                        if (attributes.size() > LARGEST) {
                            throw new IOException(file + " is larger than a megabyte");
                        }
                        String path = folder.relativize(file).toString().replace('\\', '/');
                        texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProgramFiles(texts);
    }

    /**
     * The files of a folder that {@link #of} does not read: files of other kinds, links, and files in deeper
     * folders. Hidden files are not listed.
     *
     * @return paths below the folder, in order
     */
    public static List<String> unread(Path folder) {
        Map<String, String> read = of(folder).texts();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !read.containsKey(path) && !("/" + path).contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The built-in program. Its files are found by following names from {@code program.yaml}, because a class path
     * cannot be listed the same way in a folder, a jar, and a nested jar.
     */
    public static ProgramFiles builtIn() {
        ClassLoader loader = ProgramFiles.class.getClassLoader();
        Map<String, String> texts = new TreeMap<>();
        new Names(path -> {
                    Optional<String> text = resource(loader, BUILT_IN + path);
                    text.ifPresent(found -> texts.put(path, found));
                    return text;
                })
                .follow();
        return new ProgramFiles(texts);
    }

    private static Optional<String> resource(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** The version of these files: the first 12 hexadecimal digits of the SHA-256 of all paths and texts. */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
