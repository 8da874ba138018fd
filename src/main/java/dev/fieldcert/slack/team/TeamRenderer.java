package dev.fieldcert.slack.team;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.DigestWeek;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.WriteDigest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders messages to managers and delegates from the current state. Returns empty if a message no longer applies. */
@Component
public class TeamRenderer {

    private final Delegates delegates;
    private final Managers managers;
    private final WriteDigest writeDigest;

    TeamRenderer(Delegates delegates, Managers managers, WriteDigest writeDigest) {
        this.delegates = delegates;
        this.managers = managers;
        this.writeDigest = writeDigest;
    }

    /**
     * Returns empty if there is nothing to report, or if the week's digest is no longer due, so that nothing outdated
     * arrives.
     */
    public Optional<SlackMessage> digest(Notification.WeeklyDigest notification, Instant now) {
        return managers.find(notification.manager())
                .flatMap(manager -> DigestWeek.due(now, manager.zoneId())
                        .filter(week -> week.isoWeek().equals(notification.week()))
                        .map(week -> writeDigest.write(manager.id(), week, now))
                        .filter(digest -> !digest.isEmpty())
                        .map(digest -> DigestMessages.digest(digest, When.in(manager.zone(), now))));
    }

    /** Returns empty if the person is no longer the manager's delegate. */
    public Optional<SlackMessage> standsIn(Notification.StandsIn notification) {
        return standsIn(notification.manager(), notification.delegate())
                ? Optional.of(DelegateMessages.standsIn(notification.manager(), notification.by()))
                : Optional.empty();
    }

    /** Returns empty if the person is the manager's delegate again. */
    public Optional<SlackMessage> stoodIn(Notification.StoodIn notification) {
        return standsIn(notification.manager(), notification.delegate())
                ? Optional.empty()
                : Optional.of(DelegateMessages.stoodIn(notification.manager()));
    }

    private boolean standsIn(String manager, String delegate) {
        return delegates.of(manager).filter(delegate::equals).isPresent();
    }

    /** Returns empty if the manager's delegate has changed since. */
    public Optional<SlackMessage> delegateChosen(Notification.DelegateChosen notification) {
        return delegates.of(notification.manager()).equals(Optional.ofNullable(notification.delegate()))
                ? Optional.of(DelegateMessages.chosenFor(notification.delegate(), notification.by()))
                : Optional.empty();
    }
}
