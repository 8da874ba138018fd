package dev.fieldcert.slack;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Occasion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rights to send that were taken on an occasion and, because something failed, not used. */
@Component
class UnusedRights {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedRights.class);

    private final Learners learners;

    UnusedRights(Learners learners) {
        this.learners = learners;
    }

    /** So that somebody else may send at once; when this fails, the rights end by themselves. */
    void handBack(Occasion occasion) {
        try {
            occasion.unusedSenders().forEach(learners::handBack);
        } catch (RuntimeException databaseAway) {
            LOG.warn("Right to send not handed back reason=\"{}\"", databaseAway.toString());
        }
    }
}
