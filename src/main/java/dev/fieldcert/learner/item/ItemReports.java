package dev.fieldcert.learner.item;

import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Learners' reports about questions. A report is open until a decision is made about its question. */
@Repository
public class ItemReports {

    private static final int MOST = 1000;

    private final MongoOperations mongo;
    private final ItemDecisions decisions;

    ItemReports(MongoOperations mongo, ItemDecisions decisions) {
        this.mongo = mongo;
        this.decisions = decisions;
        mongo.indexOps(ItemReported.class)
                .createIndex(new Index("course", Sort.Direction.ASC)
                        .on("question", Sort.Direction.ASC)
                        .named("reports-about"));
        mongo.indexOps(ItemReported.class).createIndex(new Index("at", Sort.Direction.ASC).named("reported-at"));
    }

    /** The reports about one question, oldest first. */
    public List<ItemReported> about(String course, String question) {
        return mongo
                .find(
                        Query.query(Criteria.where("course")
                                .is(course)
                                .and("question")
                                .is(question)),
                        ItemReported.class)
                .stream()
                .sorted(Comparator.comparing(ItemReported::at))
                .toList();
    }

    /** The latest reports that are still open, newest first. */
    public List<ItemReported> open() {
        Map<String, Instant> decided = new HashMap<>();
        decisions
                .standing()
                .forEach(decision -> decided.put(item(decision.course(), decision.question()), decision.at()));
        return mongo.find(new Query().with(Sort.by(Sort.Direction.DESC, "at")).limit(MOST), ItemReported.class).stream()
                .filter(report -> Optional.ofNullable(decided.get(item(report.course(), report.question())))
                        .filter(at -> !at.isBefore(report.at()))
                        .isEmpty())
                .toList();
    }

    private static String item(String course, String question) {
        return course + "/" + question;
    }

    /**
     * The reports that this decision answers: those made before it, but after the previous decision about the
     * question.
     */
    List<ItemReported> answeredBy(ItemDecision decision) {
        Optional<Instant> before = decisions.about(decision.course(), decision.question()).stream()
                .filter(each -> !each.isUndone() && each.at().isBefore(decision.at()))
                .map(ItemDecision::at)
                .max(Comparator.naturalOrder());
        return about(decision.course(), decision.question()).stream()
                .filter(report -> !report.at().isAfter(decision.at()))
                .filter(report -> before.filter(at -> !at.isBefore(report.at())).isEmpty())
                .toList();
    }
}
