package dev.fieldcert.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A Java process of this class path, small, whose words go to a file. */
final class Jvm implements AutoCloseable {

    private final Process process;
    private final Thread reader;

    private Jvm(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    /** @param heard every line it says, as it says it */
    static Jvm start(Path log, Consumer<String> heard, String main, List<String> args) {
        return start(ClassPath.own().arguments(), log, heard, main, args);
    }

    /** @param classes what java is told about where classes are */
    static Jvm start(List<String> classes, Path log, Consumer<String> heard, String main, List<String> args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                // What an earlier build worked out may be older than the classes.
                "-Dspring.aot.enabled=false"));
        command.addAll(classes);
        command.add(main);
        command.addAll(args);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(process, log, heard), "words of " + main);
            reader.setDaemon(true);
            reader.start();
            return new Jvm(process, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, Path log, Consumer<String> heard) {
        try (var command = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = command.readLine(); line != null; line = command.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                heard.accept(line);
            }
        } catch (IOException e) {
            heard.accept("Not heard any more: " + e.getMessage());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it does nothing any more. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM: it may tidy up. */
    void terminate() {
        process.destroy();
    }

    /** Sends a signal by name, as {@code STOP} or {@code CONT}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the exit code */
    int await() {
        try {
            int code = process.waitFor();
            reader.join(2_000);
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
