package dev.fieldcert.slack.users;

import com.slack.api.model.User;
import dev.fieldcert.slack.webapi.Concern;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.team.Managers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps managers' time zones and account states in sync with Slack. */
@Component
public class ManagerProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(ManagerProfiles.class);
    private static final Duration FRESH = Duration.ofHours(12);

    private final Managers managers;
    private final SlackDirectory directory;
    private final Clock clock;

    ManagerProfiles(Managers managers, SlackDirectory directory, Clock clock) {
        this.managers = managers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Returns the time zone and account state of a manager: the stored values if they are recent, or else what Slack
     * returns now. If Slack does not answer, returns the older values; empty if there are none.
     */
    public Optional<Managers.Seen> look(String id) {
        Instant now = clock.instant();
        Optional<Managers.Seen> known = managers.find(id);
        if (known.filter(seen -> seen.seenAt().plus(FRESH).isAfter(now)).isPresent()) {
            return known;
        }
        try {
            User user = directory.person(id);
            return Optional.of(managers.seen(new Managers.Seen(id, People.zone(user), user.isDeleted(), now)));
        } catch (SlackFailure failure) {
            LOG.warn("Manager's profile not read person={} error={}", id, failure.error());
            return failure.concern() == Concern.RECIPIENT
                    ? Optional.of(managers.seen(new Managers.Seen(id, null, true, now)))
                    : known;
        }
    }
}
