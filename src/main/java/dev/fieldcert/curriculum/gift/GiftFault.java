package dev.fieldcert.curriculum.gift;

/** Ends the reading of one question that cannot be imported completely, so it is not imported at all. */
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
