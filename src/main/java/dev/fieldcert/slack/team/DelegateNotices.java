package dev.fieldcert.slack.team;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.team.NameDelegate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notifies the manager and the delegates of a change of delegate, except the person who made it. */
@Component
public class DelegateNotices {

    private final OutboxRelay relay;
    private final Outboxes outboxes;

    DelegateNotices(OutboxRelay relay, Outboxes outboxes) {
        this.relay = relay;
        this.outboxes = outboxes;
    }

    /** @param delegate the new delegate; null if none */
    public void tell(NameDelegate.Outcome outcome, String manager, String delegate, String by) {
        if (!(outcome instanceof NameDelegate.Outcome.Done done)) {
            return;
        }
        boolean named = done instanceof NameDelegate.Outcome.Named;
        if (!manager.equals(by)) {
            relay.tell(new Notification.DelegateChosen(manager, delegate, by));
        }
        if (named && !delegate.equals(by)) {
            relay.tell(new Notification.StandsIn(delegate, manager, by));
        }
        Optional.ofNullable(done.before())
                .filter(who -> !isYetToHear(who, manager))
                .filter(who -> !who.equals(by))
                .ifPresent(who -> relay.tell(new Notification.StoodIn(who, manager)));
    }

    /**
     * Withdraws the notification that names a delegate, unless it has been sent. Returns whether it was withdrawn; if
     * so, the person need not be told about the removal.
     */
    private boolean isYetToHear(String delegate, String manager) {
        return outboxes.withdraw(
                new Recipient.Person(delegate),
                waiting -> waiting instanceof Notification.StandsIn standsIn
                        && standsIn.manager().equals(manager));
    }
}
