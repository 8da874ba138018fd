package dev.fieldcert.badge;

import dev.fieldcert.learner.Fact;
import dev.fieldcert.learner.Learner;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The badges that were given. */
@Repository
public class Awards {

    /** Turns badges among the facts into awards. */
    public void record(Learner learner, List<Fact> facts) {}
}
