package dev.fieldcert;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The jar that was built, as an operator starts it: nothing but its environment tells it anything. */
final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "fieldcert.jar");

    private final Process process;
    private final int port;
    private final int managementPort;
    private final List<String> command = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch started = new CountDownLatch(1);

    private RunningJar(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Returns when it has started.
     *
     * @param data an empty folder
     * @param environment beside its folder and its two ports
     */
    static RunningJar start(Path data, Map<String, String> environment) throws Exception {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-jar",
                JAR.toString());
        builder.environment().putAll(environment);
        builder.environment().put("FIELDCERT_DATA", data.toString());
        builder.environment().put("PORT", "" + port);
        builder.environment().put("FIELDCERT_MANAGEMENT_PORT", "" + managementPort);
        RunningJar jar = new RunningJar(builder.redirectErrorStream(true).start(), port, managementPort);
        Thread reader = new Thread(jar::listen, "what the jar says");
        reader.setDaemon(true);
        reader.start();
        if (!jar.started.await(90, TimeUnit.SECONDS) || !jar.process.isAlive()) {
            jar.close();
            throw new AssertionError("It did not start:\n" + jar.command());
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                command.add(line);
                if (line.contains("Started FieldCertApplication")) {
                    started.countDown();
                }
            }
        } catch (IOException e) {
            command.add("Not heard any more: " + e);
        }
        started.countDown();
    }

    String command() {
        synchronized (command) {
            return String.join("\n", command);
        }
    }

    URI events() {
        return URI.create("http://127.0.0.1:" + port + "/slack/events");
    }

    HttpResponse<String> visit(String path) throws Exception {
        return get("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> health() throws Exception {
        return get("http://127.0.0.1:" + managementPort + "/actuator/health");
    }

    static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    static HttpResponse<String> post(String address, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** SIGTERM. @return the exit code */
    int ends() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end:\n" + command());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
