package dev.fieldcert.benchmark;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.assessment.StartAttempt;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.outbox.OutboxRelay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The real bot in a process of its own, on an in-memory database and a stand-in for Slack, with learners to measure with. */
public final class BenchmarkBot {

    private final ConfigurableApplicationContext context;
    private final Clock clock;

    private BenchmarkBot(ConfigurableApplicationContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    public static void main(String[] args) {
        try {
            run(args);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.out.flush();
        // The clients' threads would keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static void run(String[] args) throws IOException {
        String mode = args[0];
        // With a clock that stands still no job comes in between.
        Clock clock =
                List.of("tick", "items").contains(mode) ? new SettableClock("2026-11-02T09:30:00Z") : Clock.systemUTC();
        BenchmarkBot bot = start(clock, args[1], args[2], Path.of(args[3]));
        switch (mode) {
            case "answers":
                bot.answers(Integer.parseInt(args[4]));
                break;
            case "tick":
                new TickBenchmark(bot, (SettableClock) clock).run();
                break;
            case "items":
                new ItemsBenchmark(bot).run();
                break;
            case "growth":
                new GrowthBenchmark(bot).run();
                break;
            default:
                throw new IllegalArgumentException(mode);
        }
    }

    private static BenchmarkBot start(Clock clock, String secret, String apiUrl, Path folder) {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        List<String> settings = List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=" + mongo.uri("fieldcert"),
                "--spring.quartz.auto-startup=" + !(clock instanceof SettableClock),
                "--fieldcert.program.folder=" + folder.resolve("program"),
                "--fieldcert.local.data=" + folder.resolve("data"),
                "--fieldcert.slack.bot-token=xoxb-benchmark",
                "--fieldcert.slack.signing-secret=" + secret,
                "--fieldcert.slack.api-url=" + apiUrl,
                "--fieldcert.drip.contacts-per-minute=100000000");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(FieldCertApplication.class)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                .run(settings.toArray(String[]::new));
        return new BenchmarkBot(context, clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Clock clock() {
        return clock;
    }

    MongoTemplate mongo() {
        return bean(MongoTemplate.class);
    }

    void enroll(String learner, String course) {
        bean(OutboxRelay.class)
                .deliver(bean(EnrollLearner.class)
                        .enroll(
                                learner,
                                course,
                                learner,
                                LocalDate.ofInstant(clock.instant(), clock.getZone())
                                        .plusDays(90)));
    }

    /** Starts a run of all questions of a course. */
    Attempt testOut(String learner, String course) {
        var started = bean(StartAttempt.class).testOut(learner, course, null);
        bean(OutboxRelay.class).deliver(started);
        if (started.result() instanceof StartAttempt.Outcome.Started running) {
            return started.learner().attempt(running.attempt()).orElseThrow();
        }
        throw new IllegalStateException("Not started: " + started.result());
    }

    /** Learners in the middle of a run, and a word on how much is done whenever somebody asks. */
    private void answers(int learners) throws IOException {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            String learner = "U%07d".formatted(i);
            enroll(learner, BenchmarkProgram.course(1));
            begun.add(
                    learner + "|" + testOut(learner, BenchmarkProgram.course(1)).id());
        }
        begun.forEach(line -> System.out.println("RUN " + line));
        System.out.println("READY " + context.getEnvironment().getProperty("local.server.port"));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            long open = mongo().getCollection("inbox")
                    .countDocuments(new Document("openUntil", new Document("$exists", true)));
            long answers = mongo().getCollection("answers").countDocuments();
            System.out.println("STATE " + open + " " + answers);
        }
    }
}
