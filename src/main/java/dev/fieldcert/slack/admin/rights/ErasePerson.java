package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases somebody after an admin's yes, as long work, and tells them: the same by command, from a request and by form. */
@Component
class ErasePerson {

    private static final Logger LOG = LoggerFactory.getLogger(ErasePerson.class);

    private final Erasure erasure;
    private final ErasureRequests requests;
    private final LongWork longWork;
    private final SlackSender slack;

    ErasePerson(Erasure erasure, ErasureRequests requests, LongWork longWork, SlackSender slack) {
        this.erasure = erasure;
        this.requests = requests;
        this.longWork = longWork;
        this.slack = slack;
    }

    /** @param reason an admin's own words; may be empty */
    void begin(String person, String admin, String reason) {
        boolean asked = requests.of(person).isPresent();
        String why =
                (asked ? "at their own request" : "by an admin's decision") + (reason.isEmpty() ? "" : ": " + reason);
        longWork.start(admin, "Erasing one person's data", progress -> {
            String token = erasure.erase(person, admin, why, progress::step);
            tell(person);
            return RightsMessages.erased(token);
        });
    }

    private void tell(String person) {
        try {
            slack.post(slack.dmWith(person), RightsMessages.forgotten(), null);
        } catch (SlackFailure gone) {
            LOG.info("Erased person not told error={}", gone.error());
        }
    }
}
