package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;

/**
 * Where a learner stands with one objective.
 *
 * @param card the lesson card last shown, from 0
 * @param submission id of the newest hand-in of its assignment; null when there is none
 * @param submissions how many versions were handed in
 * @param reason why its lesson and assignment were excused; null otherwise
 * @param shown how it was shown; null until it is, and for what was shown before 2026-12
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
     * What showed it: so many answers with the full score of so many.
     *
     * @param testedOut false when it was the check
     * @param keptUp true when it was kept up until a renewal, which asked once; null otherwise
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

        /** Whether its lesson and practice are behind the learner. */
        public boolean isThrough() {
            return this != NEW && this != LEARNING;
        }
    }

    /** Of the assignment, for objectives that have one. */
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

    /** Whether its questions are behind the learner: it was shown, in a check or when testing out. */
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
