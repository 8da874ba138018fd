package dev.fieldcert.chaos;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.local.workspace.LocalWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One instance of the real application in a process of its own, that can be killed and started again on the same port. */
final class BotProcess implements AutoCloseable {

    private final Path folder;
    private final int number;
    private final List<String> settings;
    private final int port;
    private final int managementPort;
    private volatile Optional<Jvm> jvm = Optional.empty();
    private volatile CountDownLatch ready = new CountDownLatch(1);
    private final boolean ownStore;
    private volatile String storeUri;
    private ClassPath classes = ClassPath.own();

    /** @param storeUri where the shared store is; null when the bot has one of its own under {@code folder} */
    BotProcess(Path folder, int number, LocalWorkspace workspace, String storeUri, String... more) {
        this.folder = folder;
        this.number = number;
        this.storeUri = storeUri;
        this.ownStore = storeUri == null;
        int[] ports = freePorts();
        this.port = ports[0];
        this.managementPort = ports[1];
        this.settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=" + ports[1],
                "--fieldcert.local.data=" + folder.resolve("data" + (storeUri == null ? "" : number)),
                "--fieldcert.slack.bot-token=" + workspace.settings().botToken(),
                "--fieldcert.slack.signing-secret=" + workspace.settings().signingSecret(),
                "--fieldcert.slack.api-url=" + workspace.apiUrl(),
                "--fieldcert.slack.feedback-channel=field-feedback",
                "--spring.main.banner-mode=off"));
        settings.addAll(List.of(more));
    }

    private static int[] freePorts() {
        try (ServerSocket one = new ServerSocket();
                ServerSocket two = new ServerSocket()) {
            one.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            two.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI events() {
        return URI.create("http://127.0.0.1:" + port + "/slack/events");
    }

    URI health() {
        return URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    }

    /** Where the store is that it uses; null before it has said so. */
    String storeUri() {
        return storeUri;
    }

    void startsFrom(ClassPath classes) {
        this.classes = classes;
    }

    void start() {
        ready = new CountDownLatch(1);
        jvm = Optional.of(start(classes.arguments()));
    }

    /** Starts and ends once, for the archive of its classes that is then in {@code file}. */
    void trains(Path file) {
        start(classes.training(file)).await();
    }

    private Jvm start(List<String> java) {
        Path log = folder.resolve("bot" + number + ".log");
        List<String> args = new ArrayList<>(settings);
        if (ownStore) {
            args.add(0, folder.resolve("store").toString());
            return Jvm.start(java, log, this::hear, StoreProcess.class.getName(), args);
        }
        args.add("--spring.mongodb.uri=" + storeUri);
        return Jvm.start(java, log, this::hear, FieldCertApplication.class.getName(), args);
    }

    private void hear(String line) {
        if (line.startsWith(StoreProcess.AT)) {
            storeUri = line.substring(StoreProcess.AT.length());
        }
        if (line.contains("Started FieldCertApplication") || line.contains("Started StoreProcess")) {
            ready.countDown();
        }
    }

    boolean isReady() {
        return ready.getCount() == 0 && jvm.filter(Jvm::isAlive).isPresent();
    }

    /** @return whether it came up in time; at once false when it ended instead */
    boolean awaitReady(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!ready.await(200, TimeUnit.MILLISECONDS)) {
            if (!jvm().isAlive() || System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    Jvm jvm() {
        return jvm.orElseThrow();
    }

    void kill() {
        jvm.ifPresent(Jvm::kill);
    }

    @Override
    public void close() {
        kill();
    }
}
