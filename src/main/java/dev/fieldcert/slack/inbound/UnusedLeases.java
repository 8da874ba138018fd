package dev.fieldcert.slack.inbound;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.RequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles leases that a request took but did not use. */
@Component
class UnusedLeases {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedLeases.class);

    private final Learners learners;

    UnusedLeases(Learners learners) {
        this.learners = learners;
    }

    /**
     * Releases the request's unused leases, so that another instance can send immediately. If this fails, the leases
     * expire.
     */
    void release(RequestContext requestContext) {
        try {
            requestContext.unusedSenders().forEach(learners::release);
        } catch (RuntimeException failure) {
            LOG.warn("Leases not released", failure);
        }
    }
}
