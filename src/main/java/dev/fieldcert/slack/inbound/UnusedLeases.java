package dev.fieldcert.slack.inbound;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.RequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leases that a failed request took and did not use. */
@Component
class UnusedLeases {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedLeases.class);

    private final Learners learners;

    UnusedLeases(Learners learners) {
        this.learners = learners;
    }

    /** Releases them so that another instance can send at once; if this fails, the leases expire. */
    void release(RequestContext requestContext) {
        try {
            requestContext.unusedSenders().forEach(learners::release);
        } catch (RuntimeException failure) {
            LOG.warn("Leases not released", failure);
        }
    }
}
