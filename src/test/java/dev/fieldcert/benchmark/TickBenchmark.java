package dev.fieldcert.benchmark;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.schedule.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A tick over few and many learners, of whom few and many are due. */
final class TickBenchmark {

    private final BenchmarkBot bot;
    private final SettableClock clock;

    TickBenchmark(BenchmarkBot bot, SettableClock clock) {
        this.bot = bot;
        this.clock = clock;
    }

    void run() {
        bot.enroll("U0TEMPLATE", BenchmarkProgram.course(1));
        Document template = bot.mongo().getCollection("learners").find().first();
        clock.advance(Duration.ofDays(1));
        measure(template, 500, 500, false);
        measure(template, 500, 500, false);
        measure(template, 1_000, 100, true);
        measure(template, 10_000, 100, true);
        measure(template, 100_000, 100, true);
        measure(template, 100_000, 10_000, true);
    }

    private void measure(Document template, int learners, int due, boolean told) {
        fill(template, learners, due);
        long idle = nothingDue();
        bot.mongo()
                .getCollection("learners")
                .updateMany(
                        new Document("due", true),
                        new Document(
                                "$set",
                                new Document(
                                        "nextContactAt",
                                        Date.from(clock.instant().minusSeconds(60)))));
        long started = System.nanoTime();
        bot.bean(Tick.class).run();
        long took = System.nanoTime() - started;
        long left = bot.mongo()
                .getCollection("learners")
                .countDocuments(new Document("nextContactAt", new Document("$lte", Date.from(clock.instant()))));
        if (told) {
            System.out.printf(
                    "ROW tick|%d|%d|%.2f|%.0f|%.2f|%d%n",
                    learners, due, idle / 1e6, took / 1e6, took / 1e6 / due, left);
        }
    }

    private long nothingDue() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long started = System.nanoTime();
            bot.bean(Tick.class).run();
            best = Math.min(best, System.nanoTime() - started);
        }
        return best;
    }

    private void fill(Document template, int learners, int due) {
        var collection = bot.mongo().getCollection("learners");
        collection.deleteMany(new Document());
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            Document learner = new Document(template)
                    .append("_id", "U%07d".formatted(i))
                    .append("nextContactAt", Date.from(clock.instant().plus(Duration.ofDays(30 + i % 30))));
            if (i % (learners / due) == 0) {
                learner.append("due", true);
            }
            batch.add(learner);
            if (batch.size() == 1_000 || i == learners - 1) {
                collection.insertMany(batch);
                batch = new ArrayList<>();
            }
        }
    }
}
