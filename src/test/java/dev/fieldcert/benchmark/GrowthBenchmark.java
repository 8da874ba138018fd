package dev.fieldcert.benchmark;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.assessment.AnswerQuestion;
import dev.fieldcert.outbox.OutboxRelay;
import java.util.Arrays;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What a learner's hundredth course costs, against the first. */
final class GrowthBenchmark {

    static final int COURSES = 100;
    private static final int TOGETHER = 5;

    private final BenchmarkBot bot;

    GrowthBenchmark(BenchmarkBot bot) {
        this.bot = bot;
    }

    void run() {
        for (int i = 0; i < 3; i++) {
            career("U0WARM" + i, new long[COURSES], new int[COURSES]);
        }
        int careers = 5;
        long[][] nanos = new long[careers][COURSES];
        int[] bytes = new int[COURSES];
        for (int i = 0; i < careers; i++) {
            career("U0GROWS" + i, nanos[i], bytes);
        }
        System.out.printf(
                "ROW growth|%.2f|%.2f|%d|%d%n",
                median(nanos, 0, TOGETHER) / 1e6,
                median(nanos, COURSES - TOGETHER, COURSES) / 1e6,
                bytes[0],
                bytes[COURSES - 1]);
    }

    /** The median over the careers and over these courses, so that one pause decides nothing. */
    private static double median(long[][] nanos, int from, int to) {
        long[] all = Arrays.stream(nanos)
                .flatMapToLong(career -> Arrays.stream(career, from, to))
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    /** @param nanos gets the time of one answer in each course; @param bytes the document's size after each course */
    private void career(String learner, long[] nanos, int[] bytes) {
        for (int i = 0; i < COURSES; i++) {
            String course = BenchmarkProgram.course(i + 1);
            bot.enroll(learner, course);
            Attempt attempt = bot.testOut(learner, course);
            long started = System.nanoTime();
            for (int index = 0; index < BenchmarkProgram.QUESTIONS; index++) {
                bot.bean(OutboxRelay.class)
                        .deliver(bot.bean(AnswerQuestion.class)
                                .answer(
                                        bot.bean(Learners.class).find(learner).orElseThrow(),
                                        attempt.id(),
                                        index,
                                        Answer.Chosen.of("a"),
                                        null,
                                        null));
            }
            nanos[i] = (System.nanoTime() - started) / BenchmarkProgram.QUESTIONS;
            bytes[i] = bot.mongo()
                    .getDb()
                    .getCollection("learners", RawBsonDocument.class)
                    .find(new Document("_id", learner))
                    .first()
                    .getByteBuffer()
                    .remaining();
        }
    }
}
