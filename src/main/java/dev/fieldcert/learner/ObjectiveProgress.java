package dev.fieldcert.learner;

/**
 * Where a learner stands with one objective.
 *
 * @param card the lesson card last shown, from 0
 * @param handIn id of the newest hand-in of its practical; null when there is none
 * @param handIns how many versions were handed in
 * @param reason why it was excused; null otherwise
 */
public record ObjectiveProgress(
        State state, int card, PracticalState practical, String handIn, int handIns, String reason) {

    public enum State {
        NEW,
        LEARNING,
        LEARNT,
        TESTED_OUT,
        EXCUSED,
        MASTERED;

        /** Whether its lesson and practice are behind the learner. */
        public boolean isThrough() {
            return this != NEW && this != LEARNING;
        }
    }

    /** Of the practical, for objectives that have one. */
    public enum PracticalState {
        OPEN,
        WAITING_FOR_REVIEW,
        RETURNED,
        APPROVED
    }

    public static final ObjectiveProgress NEW = new ObjectiveProgress(State.NEW, 0, PracticalState.OPEN, null, 0, null);

    ObjectiveProgress in(State state) {
        return new ObjectiveProgress(state, card, practical, handIn, handIns, reason);
    }

    ObjectiveProgress onCard(int card) {
        return new ObjectiveProgress(state, card, practical, handIn, handIns, reason);
    }

    ObjectiveProgress excused(String reason) {
        return new ObjectiveProgress(State.EXCUSED, card, practical, handIn, handIns, reason);
    }

    ObjectiveProgress practical(PracticalState practical, String handIn) {
        return new ObjectiveProgress(state, card, practical, handIn, handIns, reason);
    }

    ObjectiveProgress handedIn(String handIn, int number) {
        return new ObjectiveProgress(state, card, PracticalState.WAITING_FOR_REVIEW, handIn, number, reason);
    }
}
