package dev.fieldcert.slack.users;

import dev.fieldcert.drip.DoNotDisturb;
import dev.fieldcert.drip.NoticePlan;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.team.Managers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides whether a person may get an unsolicited message now. Only this class checks the person's hours, days off,
 * pause, and Slack's Do Not Disturb.
 */
@Component
public class QuietHours {

    private static final Logger LOG = LoggerFactory.getLogger(QuietHours.class);

    /**
     * How long a Do Not Disturb answer is cached: long enough for one message, but short enough to respect a changed
     * setting.
     */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** The most people that one call to Slack asks about. */
    public static final int AT_ONCE = 50;

    private static final int MOST_KNOWN = 10_000;

    private final Learners learners;
    private final Managers managers;
    private final SlackDirectory directory;
    private final Clock clock;
    private final Map<String, Answer> known = new ConcurrentHashMap<>();

    QuietHours(Learners learners, Managers managers, SlackDirectory directory, Clock clock) {
        this.learners = learners;
        this.managers = managers;
        this.directory = directory;
        this.clock = clock;
    }

    private record Answer(Optional<DoNotDisturb> window, Instant at) {}

    /**
     * Returns until when this person must not get unsolicited messages; empty if they may get them now. Asks Slack
     * only if nothing else forbids messages.
     *
     * @throws SlackFailure if Slack limits the rate of calls
     */
    public Optional<Instant> until(String person) {
        return learners.find(person).map(this::until).orElseGet(() -> until(person, zone(person), Preferences.DEFAULT));
    }

    /** Like {@link #until(String)}, with the learner's preferences. */
    public Optional<Instant> until(Learner learner) {
        return until(learner.id(), learner.profile().zone(), learner.preferences());
    }

    private Optional<Instant> until(String person, String zone, Preferences preferences) {
        Instant now = clock.instant();
        Instant allowed = NoticePlan.notBefore(person, zone, preferences, Optional.empty(), now);
        if (allowed.equals(now)) {
            allowed = NoticePlan.notBefore(person, zone, preferences, doNotDisturb(person), now);
        }
        return Optional.of(allowed).filter(now::isBefore);
    }

    /**
     * Returns the person's current or next Do Not Disturb window. Slack reports only that one window, so it is cached
     * only briefly. If Slack does not answer, no message is held back.
     *
     * @throws SlackFailure if Slack limits the rate of calls
     */
    public Optional<DoNotDisturb> doNotDisturb(String person) {
        return doNotDisturb(person, List::of);
    }

    /**
     * Like {@link #doNotDisturb(String)}; if Slack has to be asked, the same call also asks about the next people.
     *
     * @param next the people who will be asked about next; only as many of them are included as one call allows
     */
    public Optional<DoNotDisturb> doNotDisturb(String person, Supplier<List<String>> next) {
        Instant now = clock.instant();
        Answer answer = known.get(person);
        if (answer != null
                && !now.isBefore(answer.at())
                && answer.at().plus(FRESH).isAfter(now)) {
            return answer.window();
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        List<String> people = Stream.concat(Stream.of(person), next.get().stream())
                .distinct()
                .limit(AT_ONCE)
                .toList();
        Map<String, DoNotDisturb> windows = ask(people);
        people.forEach(each -> known.put(each, new Answer(Optional.ofNullable(windows.get(each)), now)));
        return Optional.ofNullable(windows.get(person));
    }

    private Map<String, DoNotDisturb> ask(List<String> people) {
        try {
            Map<String, DoNotDisturb> windows = new HashMap<>();
            if (people.size() == 1) {
                directory.quietWindow(people.get(0)).ifPresent(window -> windows.put(people.get(0), window(window)));
            } else {
                directory.quietWindows(people).forEach((person, window) -> windows.put(person, window(window)));
            }
            return windows;
        } catch (SlackFailure failure) {
            if (failure.retryAfter().isPresent()) {
                throw failure;
            }
            LOG.warn("Quiet hours not read people={} error={}", people.size(), failure.error());
            return Map.of();
        }
    }

    private static DoNotDisturb window(SlackDirectory.QuietWindow window) {
        return new DoNotDisturb(window.from(), window.until());
    }

    /** Returns the time zone of a person who is not a learner; null if unknown. */
    private String zone(String person) {
        return managers.find(person).map(Managers.Seen::zone).orElseGet(() -> zoneInSlack(person));
    }

    private String zoneInSlack(String person) {
        try {
            return People.zone(directory.person(person));
        } catch (SlackFailure failure) {
            LOG.warn("Time zone not read person={} error={}", person, failure.error());
            return null;
        }
    }
}
