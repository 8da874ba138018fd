package dev.fieldcert.curriculum.gift;

/** Ends the reading of one question: it cannot be taken over in full, so it is not taken over at all. */
final class GiftFault extends RuntimeException {

    private final transient GiftProblem problem;

    GiftFault(GiftText at, String message, String mend) {
        super(message, null, false, false);
        this.problem = at.error(message, mend);
    }

    GiftProblem problem() {
        return problem;
    }
}
