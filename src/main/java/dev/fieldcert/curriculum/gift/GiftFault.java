package dev.fieldcert.curriculum.gift;

/** Stops the reading of a question that cannot be imported completely. The question is then left out. */
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
