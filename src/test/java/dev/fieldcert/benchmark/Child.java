package dev.fieldcert.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that is measured, and what it says on its standard output. */
final class Child implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Optional<String> END = Optional.empty();

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private Child(Process process, Path log) {
        this.process = process;
        Thread reader = new Thread(() -> read(log), "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Another JVM of the kind and with the class path this one has. */
    static Child java(Path folder, String name, Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), main.getName()));
        Collections.addAll(command, arguments);
        return start(folder, name, new ProcessBuilder(command));
    }

    static Child start(Path folder, String name, ProcessBuilder builder) {
        try {
            Files.createDirectories(folder);
            builder.redirectErrorStream(true);
            return new Child(builder.start(), folder.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path log) {
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                lines.add(Optional.of(line));
            }
        } catch (IOException gone) {
            // Ended in the middle of a line: what it said so far is in the log.
        } finally {
            lines.add(END);
        }
    }

    /** Everything up to and including the first line that contains this. */
    List<String> until(String text) {
        List<String> seen = new ArrayList<>();
        while (true) {
            Optional<String> line = next();
            if (line.isEmpty()) {
                throw new IllegalStateException("The process ended before it said \"" + text + "\"; its last words: "
                        + seen.subList(Math.max(0, seen.size() - 5), seen.size()));
            }
            seen.add(line.get());
            if (line.get().contains(text)) {
                return seen;
            }
        }
    }

    /** Everything it says until it ends. */
    List<String> all() {
        List<String> seen = new ArrayList<>();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            seen.add(line.get());
        }
        return seen;
    }

    private Optional<String> next() {
        try {
            Optional<String> line = lines.poll(5, TimeUnit.MINUTES);
            return line == null ? END : line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    /** Asks, and hears the next line that begins with this word. */
    String ask(String word) {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> heard = until(word + " ");
        return heard.get(heard.size() - 1).substring(word.length() + 1);
    }

    /** Resident memory in megabytes; NaN where the machine does not say. */
    double residentMegabytes() {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
        } catch (IOException noProc) {
            return Double.NaN;
        }
    }

    /** Processor time spent so far, in seconds: what a busy machine does not change. */
    double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        // Politely first: a profile is written when the process ends.
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
