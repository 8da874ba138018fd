package dev.fieldcert.slack.journey.picture;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress;

/** An objective's state as a symbol. Each symbol has its own shape, so that color is never the only difference. */
public enum Mark {
    NEW("new", "○"),
    LEARNING("learning", "◐"),
    LEARNT("learned", "●"),
    TESTED_OUT("tested out", "⏩"),
    EXCUSED("excused", "➖"),
    WAITING("waiting for review", "⏳"),
    RETURNED("returned", "↩️"),
    MASTERED("mastered", "✅");

    private final String label;
    private final String sign;

    Mark(String label, String sign) {
        this.label = label;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    /** The symbol as text. */
    public String sign() {
        return sign;
    }

    /** Whether lesson and practice are done. */
    public boolean isThrough() {
        return this != NEW && this != LEARNING;
    }

    public static Mark of(ObjectiveProgress progress, Objective objective) {
        boolean asked = progress.state().isThrough() && progress.state() != ObjectiveProgress.State.EXCUSED;
        if (objective.assignment().isPresent() && asked) {
            switch (progress.assignment()) {
                case WAITING_FOR_REVIEW:
                    return WAITING;
                case RETURNED:
                    return RETURNED;
                default:
                    break;
            }
        }
        return valueOf(progress.state().name());
    }
}
