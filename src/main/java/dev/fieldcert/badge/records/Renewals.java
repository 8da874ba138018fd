package dev.fieldcert.badge.records;

import dev.fieldcert.learner.certification.OfferRenewal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Offers the holder a renewal by the check alone, sixty and fourteen days before a badge expires. */
@Service
public class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final Awards awards;
    private final OfferRenewal offerRenewal;
    private final Clock clock;

    Renewals(Awards awards, OfferRenewal offerRenewal, Clock clock) {
        this.awards = awards;
        this.offerRenewal = offerRenewal;
        this.clock = clock;
    }

    public void offerDue() {
        Optional<GivenBadge> due = awards.claimRenewal(clock.instant());
        while (due.isPresent()) {
            offerApart(due.get());
            due = awards.claimRenewal(clock.instant());
        }
    }

    /** Logs a failure for one badge, so that it does not stop the other renewals. */
    private void offerApart(GivenBadge given) {
        try {
            offer(given);
        } catch (RuntimeException | Error failure) {
            LOG.error(
                    "Renewal not offered learner={} badge={}",
                    given.learner(),
                    given.badge().id(),
                    failure);
        }
    }

    private void offer(GivenBadge given) {
        boolean offered = offerRenewal
                .offer(
                        given.learner(),
                        given.course(),
                        given.award()
                                .validUntil()
                                .orElseThrow()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate())
                .result();
        LOG.info(
                "Renewal offered={} learner={} badge={}",
                offered,
                given.learner(),
                given.badge().id());
    }
}
