package dev.fieldcert.learner.memory;

/**
 * What FSRS knows of one memory.
 *
 * @param stability days after which it is recalled with a probability of 0.9
 * @param difficulty 1 (easy) to 10
 */
public record Memory(double stability, double difficulty) {

    /** The same memory if it lasts {@code factor} times as long. */
    Memory lasting(double factor) {
        return new Memory(stability * factor, difficulty);
    }
}
