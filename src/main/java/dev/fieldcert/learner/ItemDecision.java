package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Amendment;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A decision about one question. The program consists of files, so a decision overrides the file. It applies to the
 * wording it was made about, until it is undone or the file changes.
 *
 * @param version of the program in which the question was reviewed
 * @param wording the value from {@link dev.fieldcert.curriculum.question.Wording}; for a variant, it covers only what
 *     is asked
 * @param key the new key, or the variant, as {@link Answer#stored}; empty if there is none
 * @param at when the decision was made; null if it was only proposed
 * @param settledAt when everybody's results were updated after it was made or undone; null before that
 * @param undoneAt null if it has not been undone
 */
@Document("item_decisions")
@TypeAlias("item-decision")
public record ItemDecision(
        @Id String id,
        String course,
        String objective,
        String question,
        String version,
        String wording,
        Kind kind,
        List<String> key,
        String reason,
        String by,
        Instant proposedAt,
        Instant at,
        Instant settledAt,
        String undoneBy,
        String undoneReason,
        Instant undoneAt) {

    public enum Kind implements StoredEnum {
        /** The question is good as it is; ends a quarantine. */
        KEEP("keep"),
        /** The question is not drawn until somebody decides to keep it. */
        QUARANTINE("quarantine"),
        KEY("key"),
        VARIANT("variant");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether it changes which answers are right. */
        public boolean regrades() {
            return this == KEY || this == VARIANT;
        }
    }

    public ItemDecision {
        key = key == null ? List.of() : List.copyOf(key);
    }

    public boolean isMade() {
        return at != null;
    }

    public boolean isUndone() {
        return undoneAt != null;
    }

    /** The text of the variant, or the option ids of the new key. */
    public Optional<Answer> answer() {
        return key.isEmpty() ? Optional.empty() : Optional.of(Answer.of(key));
    }

    /** The change that the decision makes to the program. */
    public Optional<Amendment> amendment() {
        return switch (kind) {
            case KEEP -> Optional.empty();
            case QUARANTINE -> Optional.of(new Amendment.Withdrawn(course, question, wording));
            case KEY ->
                answer().map(right ->
                        new Amendment.OtherKey(course, question, wording, right, Amendment.literally(reason)));
            case VARIANT ->
                answer().map(variant -> (Answer.Written) variant)
                        .map(variant -> new Amendment.AlsoAccepts(course, question, wording, variant.text()));
        };
    }
}
