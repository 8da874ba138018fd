package dev.fieldcert.slack.inbound;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.RequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leases that were taken for a request and, because something failed, not used. */
@Component
class UnusedLeases {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedLeases.class);

    private final Learners learners;

    UnusedLeases(Learners learners) {
        this.learners = learners;
    }

    /** So that somebody else may send at once; when this fails, the leases end by themselves. */
    void release(RequestContext requestContext) {
        try {
            requestContext.unusedSenders().forEach(learners::release);
        } catch (RuntimeException failure) {
            LOG.warn("Leases not released", failure);
        }
    }
}
