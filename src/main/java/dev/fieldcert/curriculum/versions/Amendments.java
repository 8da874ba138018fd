package dev.fieldcert.curriculum.versions;

import dev.fieldcert.curriculum.Amendment;
import java.util.List;

/** The decisions about single questions, made after their files were written. */
@FunctionalInterface
public interface Amendments {

    /**
     * The amendments in the order in which they were decided. Returns the same list instance until a decision is made
     * or undone.
     */
    List<Amendment> inForce();
}
