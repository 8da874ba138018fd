package dev.fieldcert.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How fast clicks are acknowledged, and how fast answers are worked off. */
final class ClickBenchmark {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final List<String> HEAP = List.of("-Xmx1g");
    private static final int LEARNERS = 2_000;
    private static final int ROUNDS = 3;
    /** Enough to keep every worker busy, and far from a full queue. */
    private static final int UNDER_WAY = 64;

    private final Path folder;
    private final Duration round;
    private final Results results;

    ClickBenchmark(Path folder, Duration round, Results results) {
        this.folder = folder;
        this.round = round;
        this.results = results;
    }

    /** Side by side: while one is measured, the other is stopped in its tracks. */
    void acknowledgement() throws IOException {
        try (StandInSlack slack = new StandInSlack();
                Child bare = Child.java(folder, "bare-bolt", BareBolt.class, HEAP, SECRET);
                Child bot = bot(slack, LEARNERS)) {
            AnswerClicks clicks = new AnswerClicks(SECRET, slack.responseUrl());
            ClickLoad bareLoad = new ClickLoad(port(bare.until("READY ")), clicks);
            List<String> begun = bot.until("READY ");
            ClickLoad botLoad = new ClickLoad(port(begun), clicks);
            Queue<Queue<AnswerClicks.Answer>> answers = answers(begun);
            freeze(bot);
            bareLoad.flatOut(endless(), round.multipliedBy(3));
            thaw(bot);
            // The warm-up is paced, so that the answers last for the rounds; what it leaves is no part of what is
            // measured.
            botLoad.atRate(answers, 200, round.multipliedBy(6));
            workedOff(bot);
            double[] bareSeconds = new double[ROUNDS];
            double[] botSeconds = new double[ROUNDS];
            double[] bareSpent = new double[ROUNDS];
            double[] botSpent = new double[ROUNDS];
            List<ClickLoad.Round> calm = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                freeze(i == 0 ? bot : bare);
                calm.add(
                        (i == 0 ? bareLoad : botLoad).atRate(i == 0 ? endless() : answers, 200, round.multipliedBy(2)));
                thaw(i == 0 ? bot : bare);
            }
            // Another warm-up: the server's threads under full load.
            botLoad.flatOut(withStaleOnes(answers, begun), round);
            int notAcknowledged = 0;
            for (int i = 0; i < ROUNDS; i++) {
                freeze(bot);
                double bareBefore = bare.processorSeconds();
                ClickLoad.Round bareRound = bareLoad.flatOut(endless(), round);
                bareSeconds[i] = bareRound.perSecond();
                bareSpent[i] = (bare.processorSeconds() - bareBefore) * 1e3 / bareRound.latencies().length;
                thaw(bot);
                freeze(bare);
                double botBefore = bot.processorSeconds();
                ClickLoad.Round flatOut = botLoad.flatOut(withStaleOnes(answers, begun), round);
                botSeconds[i] = flatOut.perSecond();
                botSpent[i] = (bot.processorSeconds() - botBefore) * 1e3 / flatOut.latencies().length;
                notAcknowledged += flatOut.notAcknowledged();
                thaw(bare);
            }
            String[] state = bot.ask("STATE").split(" ");
            results.compared("acknowledged clicks, per second", median(bareSeconds), median(botSeconds), "%.0f");
            results.compared(
                    "processor time of such a click, ms (whatever was worked off meanwhile included)",
                    median(bareSpent),
                    median(botSpent),
                    "%.2f");
            results.compared(
                    "acknowledgement at 200 clicks/s, p50 in ms",
                    calm.get(0).millis(0.5),
                    calm.get(1).millis(0.5),
                    "%.2f");
            results.compared(
                    "acknowledgement at 200 clicks/s, p99 in ms",
                    calm.get(0).millis(0.99),
                    calm.get(1).millis(0.99),
                    "%.2f");
            results.compared(
                    "resident memory under this load, MB (-Xmx1g)",
                    bare.residentMegabytes(),
                    bot.residentMegabytes(),
                    "%.0f");
            results.note(
                    "The body of a click has " + clicks.bodyLength() + " bytes. Not acknowledged: " + notAcknowledged
                            + ". Kept and still to be worked off when the last round ended: " + state[0] + " clicks.");
        }
    }

    /** Click to stored and told, as fast as it is kept up, beside the least that any program has to do for it. */
    void answerPath() throws IOException {
        try (StandInSlack barelySlack = new StandInSlack();
                StandInSlack slack = new StandInSlack();
                Child bare = Child.java(folder, "bare-answers", BareAnswers.class, HEAP, SECRET, barelySlack.apiUrl());
                Child bot = bot(slack, LEARNERS)) {
            List<String> begun = bot.until("READY ");
            Worked floor = new Worked(bare, barelySlack, port(bare.until("READY ")), endless());
            Worked ours = new Worked(bot, slack, port(begun), answers(begun));
            for (int i = -1; i < ROUNDS; i++) {
                freeze(bot);
                floor.round(i, i < 0 ? round.multipliedBy(6) : round);
                thaw(bot);
                freeze(bare);
                ours.round(i, i < 0 ? round.multipliedBy(6) : round);
                thaw(bare);
            }
            results.compared(
                    "answers worked off, per second (in-memory database, Slack without latency)",
                    median(floor.perSecond),
                    median(ours.perSecond),
                    "%.0f");
            results.compared(
                    "processor time of an answer, ms (the whole process; bare: the least that has to be done)",
                    median(floor.spent),
                    median(ours.spent),
                    "%.2f");
        }
    }

    /** A program that works answers off, and what was measured of it. */
    private final class Worked {

        private final double[] perSecond = new double[ROUNDS];
        private final double[] spent = new double[ROUNDS];
        private final Child program;
        private final StandInSlack slack;
        private final ClickLoad load;
        private final Queue<Queue<AnswerClicks.Answer>> answers;
        private final AtomicLong sent;

        Worked(Child program, StandInSlack slack, int port, Queue<Queue<AnswerClicks.Answer>> answers) {
            this.program = program;
            this.slack = slack;
            this.load = new ClickLoad(port, new AnswerClicks(SECRET, slack.responseUrl()));
            this.answers = answers;
            this.sent = new AtomicLong(slack.calls("chat.update"));
        }

        /** @param number below 0: it warms up, and nothing is kept */
        void round(int number, Duration howLong) {
            long before = slack.calls("chat.update");
            long started = System.nanoTime();
            double spentBefore = program.processorSeconds();
            load.gated(answers, howLong, this::awaitTurn);
            long done = slack.calls("chat.update") - before;
            if (number >= 0) {
                spent[number] = (program.processorSeconds() - spentBefore) * 1e3 / done;
                perSecond[number] = done * 1e9 / (System.nanoTime() - started);
            }
        }

        private void awaitTurn() {
            long mine = sent.incrementAndGet();
            while (mine - slack.calls("chat.update") > UNDER_WAY) {
                pause();
            }
        }
    }

    private static void workedOff(Child bot) {
        for (int i = 0; i < 240 && !bot.ask("STATE").split(" ")[0].equals("0"); i++) {
            pause(Duration.ofMillis(500));
        }
    }

    private Child bot(StandInSlack slack, int learners) throws IOException {
        BenchmarkProgram.write(folder.resolve("program"), 1);
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(List.of(System.getProperty("bench.options", "").split(" ")));
        options.removeIf(String::isBlank);
        return Child.java(
                folder,
                "answers",
                BenchmarkBot.class,
                options,
                "answers",
                SECRET,
                slack.apiUrl(),
                folder.toString(),
                "" + learners);
    }

    private static int port(List<String> command) {
        String ready = command.get(command.size() - 1);
        return Integer.parseInt(ready.substring(ready.indexOf("READY ") + 6).strip());
    }

    private static Queue<Queue<AnswerClicks.Answer>> answers(List<String> begun) {
        Queue<Queue<AnswerClicks.Answer>> learners = new ConcurrentLinkedQueue<>();
        for (String line : begun) {
            if (line.startsWith("RUN ")) {
                String[] parts = line.substring(4).split("\\|");
                Queue<AnswerClicks.Answer> run = new ArrayDeque<>();
                for (int i = 0; i < BenchmarkProgram.QUESTIONS; i++) {
                    run.add(new AnswerClicks.Answer(parts[0], parts[1], i));
                }
                learners.add(run);
            }
        }
        return learners;
    }

    /** What has not been answered yet, and then second clicks on what has: more clicks than any round needs. */
    private static Queue<Queue<AnswerClicks.Answer>> withStaleOnes(
            Queue<Queue<AnswerClicks.Answer>> answers, List<String> begun) {
        for (int i = 0; answers.size() < 10_000; i++) {
            answers.addAll(answers(begun));
        }
        return answers;
    }

    private static Queue<Queue<AnswerClicks.Answer>> endless() {
        Queue<Queue<AnswerClicks.Answer>> learners = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 20_000; i++) {
            String learner = "U%07d".formatted(i);
            Queue<AnswerClicks.Answer> run = new ArrayDeque<>();
            for (int index = 0; index < BenchmarkProgram.QUESTIONS; index++) {
                run.add(new AnswerClicks.Answer(learner, "a1-chance0", index));
            }
            learners.add(run);
        }
        return learners;
    }

    private static void freeze(Child child) {
        signal("-STOP", child);
    }

    private static void thaw(Child child) {
        signal("-CONT", child);
    }

    private static void signal(String signal, Child child) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(child.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Cannot send " + signal, e);
        }
    }

    private static void pause() {
        pause(Duration.ofNanos(200_000));
    }

    private static void pause(Duration howLong) {
        try {
            TimeUnit.NANOSECONDS.sleep(howLong.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
