package dev.fieldcert.learner;

/**
 * How well a person judges their own answers: the number of answers and of right answers, by how sure the person said
 * they were. "Right" means the full score.
 */
public record Calibration(int guesses, int guessesRight, int fairly, int fairlyRight, int certain, int certainRight) {

    public static final Calibration NONE = new Calibration(0, 0, 0, 0, 0, 0);

    Calibration and(Confidence confidence, boolean right) {
        int hit = right ? 1 : 0;
        switch (confidence) {
            case GUESS:
                return new Calibration(guesses + 1, guessesRight + hit, fairly, fairlyRight, certain, certainRight);
            case FAIRLY:
                return new Calibration(guesses, guessesRight, fairly + 1, fairlyRight + hit, certain, certainRight);
            default:
                return new Calibration(guesses, guessesRight, fairly, fairlyRight, certain + 1, certainRight + hit);
        }
    }

    public boolean isEmpty() {
        return guesses + fairly + certain == 0;
    }
}
