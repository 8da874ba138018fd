package dev.fieldcert.learner;

import java.time.Instant;
import java.util.UUID;

/** Notes what somebody else changed in a learner's state. */
final class Audits {

    private Audits() {}

    static void note(Learner learner, String by, String what, String why, Instant at) {
        learner.note(new LearnerEvent.Audited(UUID.randomUUID().toString(), learner.id(), by, what, why, at));
    }
}
