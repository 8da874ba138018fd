package dev.fieldcert.curriculum.versions;

import dev.fieldcert.curriculum.Amendment;
import java.util.List;

/** What was decided about single questions since their files were written. */
@FunctionalInterface
public interface Amendments {

    /** In the order in which they were decided; the same list until something is decided. */
    List<Amendment> inForce();
}
