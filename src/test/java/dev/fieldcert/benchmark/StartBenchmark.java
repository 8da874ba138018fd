package dev.fieldcert.benchmark;

import dev.fieldcert.local.store.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From the start of the process to "ready", FieldCert beside the bare application, by each way of packaging. */
final class StartBenchmark {

    private static final int ROUNDS = 3;

    private final Path folder;
    private final Results results;
    private final Path fieldcert = Path.of("target", "fieldcert.jar").toAbsolutePath();

    StartBenchmark(Path folder, Results results) {
        this.folder = folder.resolve("start");
        this.results = results;
    }

    private record Way(String name, Path java, List<String> options, boolean extracted) {}

    void run() throws IOException {
        if (!Files.exists(fieldcert)) {
            results.note("No target/fieldcert.jar, so no start was measured.");
            return;
        }
        delete(folder);
        Files.createDirectories(folder);
        Path bare = folder.resolve("bare.jar");
        BareJar.write(fieldcert, bare);
        Path java17 = Path.of(System.getProperty("java.home"), "bin", "java");
        extract(java17, fieldcert, folder.resolve("fieldcert"));
        extract(java17, bare, folder.resolve("bare"));
        measure(new Way("plain jar, this JDK", java17, List.of(), false));
        measure(new Way("extracted, this JDK", java17, List.of(), true));
        train(java17, "-XX:ArchiveClassesAtExit=app.jsa");
        measure(new Way(
                "extracted with class-data sharing, this JDK", java17, List.of("-XX:SharedArchiveFile=app.jsa"), true));
        Path java25 = Path.of(System.getProperty("bench.jdk25", "/usr/lib/jvm/temurin-25-jdk-amd64"), "bin", "java");
        if (Files.exists(java25)) {
            measure(new Way("extracted, JDK 25", java25, List.of(), true));
            train(java25, "-XX:AOTCacheOutput=app.aot");
            measure(new Way("extracted with an AOT cache, JDK 25", java25, List.of("-XX:AOTCache=app.aot"), true));
        } else {
            results.note("No JDK 25 at " + java25 + " (-Dbench.jdk25), so the AOT cache was not measured.");
        }
    }

    private void measure(Way way) throws IOException {
        double[] bareMillis = new double[ROUNDS];
        double[] ourMillis = new double[ROUNDS];
        double[] bareResident = new double[ROUNDS];
        double[] ourResident = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            double[] bare = start("bare", way);
            double[] ours = start("fieldcert", way);
            bareMillis[i] = bare[0];
            bareResident[i] = bare[1];
            ourMillis[i] = ours[0];
            ourResident[i] = ours[1];
        }
        results.compared("start to ready, ms: " + way.name(), median(bareMillis), median(ourMillis), "%.0f");
        results.compared("resident after start, MB: " + way.name(), median(bareResident), median(ourResident), "%.0f");
    }

    /** @return milliseconds to ready, and megabytes resident */
    private double[] start(String name, Way way) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
            Path jar = way.extracted()
                    ? folder.resolve(name).resolve(name + ".jar")
                    : name.equals("bare") ? folder.resolve("bare.jar") : fieldcert;
            List<String> options = new ArrayList<>(way.options());
            options.add("-Xmx512m");
            long started = System.nanoTime();
            try (Child child = Child.start(folder, name, process(name, way.java(), options, jar, mongo))) {
                child.until(" Started ");
                double millis = (System.nanoTime() - started) / 1e6;
                settle();
                return new double[] {millis, child.residentMegabytes()};
            }
        }
    }

    /** The archive is written when a run ends that did what a start does. */
    private void train(Path java, String option) throws IOException {
        for (String name : List.of("bare", "fieldcert")) {
            try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                    Child child = Child.start(
                            folder,
                            name + "-training",
                            process(
                                    name,
                                    java,
                                    List.of(option, "-Dspring.context.exit=onRefresh"),
                                    folder.resolve(name).resolve(name + ".jar"),
                                    mongo))) {
                child.all();
            }
        }
    }

    private ProcessBuilder process(String name, Path java, List<String> options, Path jar, EmbeddedMongo mongo) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-Djava.awt.headless=true", "-jar", jar.toString(), "--server.port=0"));
        if (name.equals("fieldcert")) {
            command.add("--management.server.port=0");
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(jar.getParent().toFile());
        builder.environment().put("MONGODB_URI", mongo.uri(name));
        builder.environment().put("SLACK_BOT_TOKEN", "xoxb-benchmark");
        builder.environment().put("SLACK_SIGNING_SECRET", "secret");
        builder.environment().put("SLACK_API_URL", "http://127.0.0.1:1/api/");
        builder.environment().put("FIELDCERT_DATA", folder.resolve("data").toString());
        return builder;
    }

    private void extract(Path java, Path jar, Path to) throws IOException {
        try (Child child = Child.start(
                folder,
                "extract",
                new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        to.toString()))) {
            child.all();
        }
    }

    private static void settle() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(each);
                }
            }
        }
    }
}
