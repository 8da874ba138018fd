package dev.fieldcert.learner.item;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Lets learners report that something is wrong with a question they answered, or that their answer to it was right.
 */
@Service
public class ReportItem {

    /** The maximum length, in characters, of the sentence that a learner may add. */
    public static final int LONGEST = 300;

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    ReportItem(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:item-reported")
        record Reported() implements Outcome, StoredResult {}

        /** The learner reported this before. */
        record Already() implements Outcome {}

        /** The typed answer already counts as correct. */
        record RightAlready() implements Outcome {}

        /** The learner did not give this answer, or it is not a typed one where it has to be. */
        record NotTheirs() implements Outcome {}

        record TooLong(int length) implements Outcome {}
    }

    /** @param words the sentence that the learner added; blank if there is none */
    public LearnerRepository.Changed<Outcome> isOff(
            String learnerId, String attempt, int index, ItemReported.Kind kind, String words) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<AnswerGiven> given = given(learner, attempt, index);
            if (given.isEmpty()) {
                return new Outcome.NotTheirs();
            }
            return words.strip().length() > LONGEST
                    ? new Outcome.TooLong(words.strip().length())
                    : report(learner, given.get(), "off", kind, words.strip());
        });
    }

    /** Reports that a typed answer that was graded as wrong should be accepted. */
    public LearnerRepository.Changed<Outcome> wasRight(String learnerId, String attempt, int index) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<AnswerGiven> given = given(learner, attempt, index)
                    .filter(answer -> typed(answer).isPresent());
            if (given.isEmpty()) {
                return new Outcome.NotTheirs();
            }
            return given.get().score() >= 1
                    ? new Outcome.RightAlready()
                    : report(learner, given.get(), "claim", ItemReported.Kind.ANSWER_WAS_RIGHT, "");
        });
    }

    private Optional<AnswerGiven> given(Learner learner, String attempt, int index) {
        String id = learner.id() + ":" + attempt + ":" + index;
        return learner.event(AnswerGiven.class, id).or(() -> learners.event(AnswerGiven.class, id));
    }

    private Optional<String> typed(AnswerGiven given) {
        Optional<Question> question = programs.version(given.version())
                .flatMap(version -> version.question(given.course(), given.question()));
        return question.filter(ShortAnswer.class::isInstance)
                .map(asked -> Answer.of(given.answer()))
                .filter(Answer.Written.class::isInstance)
                .map(answer -> ((Answer.Written) answer).text());
    }

    private Outcome report(Learner learner, AnswerGiven given, String what, ItemReported.Kind kind, String words) {
        String id = given.id() + ":" + what;
        if (learner.event(ItemReported.class, id).isPresent()
                || learners.event(ItemReported.class, id).isPresent()) {
            return new Outcome.Already();
        }
        learner.record(new ItemReported(
                id,
                learner.id(),
                given.course(),
                given.objective(),
                given.question(),
                given.version(),
                kind,
                words,
                typed(given).orElse(null),
                clock.instant()));
        return new Outcome.Reported();
    }
}
