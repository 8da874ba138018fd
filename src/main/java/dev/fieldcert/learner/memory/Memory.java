package dev.fieldcert.learner.memory;

/**
 * The state of one memory in FSRS.
 *
 * @param stability number of days after which the probability of recall is 0.9
 * @param difficulty 1 (easy) to 10 (hard)
 */
public record Memory(double stability, double difficulty) {

    /** Returns this memory as if it lasted {@code factor} times as long. */
    Memory lasting(double factor) {
        return new Memory(stability * factor, difficulty);
    }
}
