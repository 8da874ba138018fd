package dev.fieldcert.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Measures what the arguments name, or everything, and prints one table; {@code --write} puts it into docs/benchmarks.md. */
public final class Benchmarks {

    private static final List<String> ALL =
            List.of("click", "answer", "tick", "growth", "items", "export", "ask", "start");

    private Benchmarks() {}

    /** Exits with 1 on the first failure, because load generators that still run would keep the process. */
    public static void main(String[] args) {
        try {
            measure(args);
            System.exit(0);
        } catch (Exception | Error failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(String[] args) throws Exception {
        List<String> named = List.of(args).stream().filter(ALL::contains).toList();
        List<String> wanted = named.isEmpty() ? ALL : named;
        Path folder = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        Duration round = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
        Results results = new Results();
        double loadBefore = load();
        ClickBenchmark clicks = new ClickBenchmark(folder, round, results);
        if (wanted.contains("click")) {
            clicks.acknowledgement();
        }
        if (wanted.contains("answer")) {
            clicks.answerPath();
        }
        if (wanted.contains("tick")) {
            tick(folder, results);
        }
        if (wanted.contains("growth")) {
            growth(folder, results);
        }
        if (wanted.contains("items")) {
            items(folder, results);
        }
        if (wanted.contains("export")) {
            new ExportBenchmark(folder, results).run();
        }
        if (wanted.contains("ask")) {
            new AskBenchmark(results).run();
        }
        if (wanted.contains("start")) {
            new StartBenchmark(folder, results).run();
        }
        if (List.of(args).contains("--write")) {
            results.writeInto(Path.of("docs", "benchmarks.md"), machine(loadBefore));
        }
    }

    private static void tick(Path folder, Results results) throws IOException {
        for (String row : inBot(folder, "tick", 1)) {
            String[] cells = row.split("\\|");
            String what = "tick, " + cells[1] + " learners";
            results.row(what + ", nobody due, ms", "", cells[3], "");
            results.row(what + ", " + cells[2] + " due, ms (ms each)", "", cells[4] + " (" + cells[5] + ")", "");
            if (!cells[6].equals("0")) {
                results.note(what + ": " + cells[6] + " were left for the next tick.");
            }
        }
    }

    private static void growth(Path folder, Results results) throws IOException {
        for (String row : inBot(folder, "growth", GrowthBenchmark.COURSES)) {
            String[] cells = row.split("\\|");
            double first = Double.parseDouble(cells[1]);
            double last = Double.parseDouble(cells[2]);
            results.row(
                    "an answer in the 1st and in the 100th course, ms",
                    cells[1] + " (1st)",
                    cells[2] + " (100th)",
                    String.format(Locale.ROOT, "%.2f", last / first));
            results.row("the learner's document, bytes", cells[3] + " (1st)", cells[4] + " (100th)", "");
        }
    }

    private static void items(Path folder, Results results) throws IOException {
        for (String row : inBot(folder, "items", ItemsBenchmark.COURSES)) {
            String[] cells = row.split("\\|");
            results.row("item statistics from " + cells[1] + " answers, s", "", cells[2], "");
            results.row("the same, " + cells[3] + " new answers, ms", "", cells[4], "");
            results.row(
                    "the page of an item with " + cells[5] + " answers, ms (slowest of fifty)",
                    "",
                    cells[6] + " (" + cells[7] + ")",
                    "");
            results.row("the list of all items, ms", "", cells[8], "");
        }
    }

    private static List<String> inBot(Path folder, String mode, int courses) throws IOException {
        BenchmarkProgram.write(folder.resolve(mode).resolve("program"), courses);
        try (StandInSlack slack = new StandInSlack();
                Child bot = Child.java(
                        folder,
                        mode,
                        BenchmarkBot.class,
                        // A hundred thousand learners, held by the database in the same process.
                        List.of("-Xmx4g"),
                        mode,
                        "secret",
                        slack.apiUrl(),
                        folder.resolve(mode).toString())) {
            return bot.all().stream()
                    .filter(line -> line.startsWith("ROW "))
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    private static String machine(double loadBefore) throws IOException {
        String processor = Files.exists(Path.of("/proc/cpuinfo"))
                ? Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unnamed")
                : System.getProperty("os.arch");
        return String.format(
                Locale.ROOT,
                "Measured on %s: %d cores (%s), %s %s, Java %s. Load of the machine (1 minute) before: %.1f, after: %.1f.",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                loadBefore,
                load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
