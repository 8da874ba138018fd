package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;

/**
 * A learner's progress in one objective.
 *
 * @param card index of the lesson card last shown, 0-based
 * @param submission id of the newest submission of its assignment; null if there is none
 * @param submissions number of versions that were submitted
 * @param reason why the learner was excused from its lesson and assignment; null if they were not
 * @param shown how it was shown; null until then, and if it was shown before 2026-12
 */
public record ObjectiveProgress(
        State state,
        int card,
        AssignmentState assignment,
        String submission,
        int submissions,
        String reason,
        Shown shown) {

    /**
     * How the objective was shown: {@code right} answers with the full score out of {@code asked}.
     *
     * @param testedOut whether by testing out; otherwise in the check
     * @param keptUp true if it was kept up until a renewal, which then asked only one question; null otherwise
     */
    public record Shown(boolean testedOut, int right, int asked, Boolean keptUp) {}

    public enum State implements StoredEnum {
        NEW("new"),
        LEARNING("learning"),
        LEARNT("learned"),
        TESTED_OUT("tested-out"),
        EXCUSED("excused"),
        MASTERED("mastered");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether the lesson and practice are done or not required. */
        public boolean isThrough() {
            return this != NEW && this != LEARNING;
        }
    }

    /** The state of the assignment, for objectives that have one. */
    public enum AssignmentState implements StoredEnum {
        OPEN("open"),
        WAITING_FOR_REVIEW("waiting-for-review"),
        RETURNED("returned"),
        APPROVED("approved");

        private final String code;

        AssignmentState(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static final ObjectiveProgress NEW =
            new ObjectiveProgress(State.NEW, 0, AssignmentState.OPEN, null, 0, null, null);

    /** Whether the objective was shown, in a check or by testing out. */
    public boolean isShown() {
        return shown != null || state == State.TESTED_OUT || state == State.MASTERED;
    }

    ObjectiveProgress in(State state) {
        return new ObjectiveProgress(state, card, assignment, submission, submissions, reason, shown);
    }

    ObjectiveProgress shown(Shown how) {
        State now = how.testedOut() ? State.TESTED_OUT : State.MASTERED;
        return new ObjectiveProgress(now, card, assignment, submission, submissions, reason, how);
    }

    ObjectiveProgress unshown() {
        return new ObjectiveProgress(State.LEARNT, card, assignment, submission, submissions, reason, null);
    }

    ObjectiveProgress onCard(int card) {
        return new ObjectiveProgress(state, card, assignment, submission, submissions, reason, shown);
    }

    ObjectiveProgress excused(String reason) {
        return new ObjectiveProgress(State.EXCUSED, card, assignment, submission, submissions, reason, shown);
    }

    ObjectiveProgress assignment(AssignmentState assignment, String submission) {
        return new ObjectiveProgress(state, card, assignment, submission, submissions, reason, shown);
    }

    ObjectiveProgress submitted(String submission, int number) {
        return new ObjectiveProgress(
                state, card, AssignmentState.WAITING_FOR_REVIEW, submission, number, reason, shown);
    }
}
