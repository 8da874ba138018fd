package dev.fieldcert.browser;

import dev.fieldcert.FieldCertApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FieldCert in local mode in a process of its own, which can be killed. */
final class FieldCertProcess {

    private static final Pattern READY = Pattern.compile("Open (http://127\\.0\\.0\\.1:(\\d+)) in a browser");

    private final Process process;
    private final Matcher ready;

    private FieldCertProcess(Process process, Matcher ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * Returns when its page is there.
     *
     * @param port where the page is to be, 0 for any free port
     */
    static FieldCertProcess start(Path data, int port) throws Exception {
        LocalFieldCert.beginOnMonday(data);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FieldCertApplication.class.getName(),
                        "--fieldcert.local.data=" + data,
                        "--server.port=0",
                        "--fieldcert.local.port=" + port,
                        "--management.server.port=0")
                .redirectErrorStream(true)
                .start();
        List<String> command = new ArrayList<>();
        CompletableFuture<Matcher> ready = new CompletableFuture<>();
        var reader = new Thread(() -> listen(process, command, ready), "fieldcert-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new FieldCertProcess(process, ready.get(90, TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw new AssertionError("FieldCert did not start:\n" + String.join("\n", command), e);
        }
    }

    private static void listen(Process process, List<String> command, CompletableFuture<Matcher> ready) {
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                command.add(line);
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(matcher);
                }
            }
            ready.completeExceptionally(new IOException("It ended"));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** The local workspace's page. */
    String page() {
        return ready.group(1);
    }

    int port() {
        return Integer.parseInt(ready.group(2));
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
