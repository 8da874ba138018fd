package dev.fieldcert.benchmark;

import com.mongodb.client.MongoCollection;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.itemanalysis.TraceLines;
import dev.fieldcert.itemanalysis.readmodel.CountAnswers;
import dev.fieldcert.itemanalysis.readmodel.CountedItem;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures;
import dev.fieldcert.itemanalysis.readmodel.ItemRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/** A million stored answers counted from the beginning, new ones counted on top of them, and the page of one item. */
final class ItemsBenchmark {

    static final int COURSES = 13;

    private static final int ANSWERS = 1_000_000;
    private static final int NEW = 1_000;
    private static final int AN_ATTEMPT = 10;
    private static final int ATTEMPTS_A_LEARNER = 5;
    private static final int PAGES = 50;

    private final BenchmarkBot bot;
    private final Random random = new Random(18);
    private final String version;

    ItemsBenchmark(BenchmarkBot bot) {
        this.bot = bot;
        this.version = bot.bean(Programs.class).current().version();
    }

    void run() {
        insert(0, ANSWERS, false);
        long rebuild = timed(() -> {
            if (!bot.bean(CountAnswers.class).rebuild(answers -> {})) {
                throw new IllegalStateException("Somebody else is counting");
            }
        });
        insert(ANSWERS, NEW, true);
        long more = timed(() -> bot.bean(CountAnswers.class).countNew());
        Course course = bot.bean(Programs.class).current().courses().get(0);
        String question = course.objectives().get(0).checkPool().get(0).id();
        long[] pages = new long[PAGES];
        int responses = 0;
        for (int i = 0; i < PAGES; i++) {
            long started = System.nanoTime();
            bot.bean(ItemFigures.class).items(course);
            List<CountedItem> item = bot.bean(ItemRecords.class).item(course.id(), question);
            responses = item.get(0).responses().size();
            TraceLines.of(item.get(0).responses());
            pages[i] = System.nanoTime() - started;
        }
        Arrays.sort(pages);
        long everything = timed(() -> bot.bean(ItemFigures.class).items());
        System.out.printf(
                "ROW items|%d|%.1f|%d|%.0f|%d|%.0f|%.0f|%.0f%n",
                ANSWERS,
                rebuild / 1e9,
                NEW,
                more / 1e6,
                responses,
                pages[PAGES / 2] / 1e6,
                pages[PAGES - 1] / 1e6,
                everything / 1e6);
    }

    private static long timed(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return System.nanoTime() - started;
    }

    /** As the bot stores them. */
    private void insert(int from, int count, boolean uncounted) {
        MongoCollection<Document> answers = bot.mongo().getCollection("answers");
        List<Document> some = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            some.add(answer(i, uncounted));
            if (some.size() == 5_000 || i == from + count - 1) {
                answers.insertMany(some);
                some.clear();
            }
        }
    }

    private Document answer(int i, boolean uncounted) {
        int attempt = i / AN_ATTEMPT;
        int index = i % AN_ATTEMPT;
        int learner = attempt / ATTEMPTS_A_LEARNER;
        String id = "U%07d".formatted(learner);
        boolean right = random.nextDouble() < 0.75;
        Instant at = Instant.ofEpochSecond(1_790_000_000L + attempt * 400L + index * 30L);
        Document answer = new Document("_id", id + ":a%08d:%d".formatted(attempt, index))
                .append("learner", id)
                .append("course", BenchmarkProgram.course(attempt % COURSES + 1))
                .append("objective", "first")
                .append("question", "c" + (random.nextInt(BenchmarkProgram.QUESTIONS) + 1))
                .append("version", version)
                .append("kind", "check")
                .append("answer", List.of("chosen", right ? "a" : "b"))
                .append("score", right ? 1.0 : 0.0)
                .append("at", Date.from(at))
                .append("askedAt", Date.from(at.minusSeconds(25)))
                .append("kind_", "answer");
        return uncounted ? answer.append("uncounted", true) : answer;
    }
}
