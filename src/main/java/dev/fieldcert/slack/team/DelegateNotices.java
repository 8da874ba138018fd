package dev.fieldcert.slack.team;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.delivery.Notices;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who hears that somebody stands in, or no longer does. Nobody hears of what they did themselves. */
@Component
public class DelegateNotices {

    private final Delegates delegates;
    private final Notices notices;

    DelegateNotices(Delegates delegates, Notices notices) {
        this.delegates = delegates;
        this.notices = notices;
        notices.saidBy(Notices.Kind.STANDS_IN, this::standsIn);
        notices.saidBy(Notices.Kind.STOOD_IN, this::stoodIn);
        notices.saidBy(Notices.Kind.DELEGATE_CHOSEN, this::chosenFor);
    }

    /**
     * @param before who stood in until now
     * @param delegate who does now; null for nobody
     */
    public void tell(
            NameDelegate.Outcome outcome, String manager, Optional<String> before, String delegate, String by) {
        boolean named = outcome == NameDelegate.Outcome.NAMED;
        if (!named && outcome != NameDelegate.Outcome.REMOVED) {
            return;
        }
        if (!manager.equals(by)) {
            notices.tell(manager, Notices.Kind.DELEGATE_CHOSEN, delegate, by);
        }
        if (named && !delegate.equals(by)) {
            notices.tell(delegate, Notices.Kind.STANDS_IN, manager, by);
        }
        before.filter(who -> !notices.withdraw(who, Notices.Kind.STANDS_IN, manager))
                .filter(who -> !who.equals(by))
                .ifPresent(who -> notices.tell(who, Notices.Kind.STOOD_IN, manager, by));
    }

    /** Somebody else may do so by now. */
    private Optional<SlackMessage> standsIn(Notices.Notice notice) {
        return standsIn(notice.about(), notice.person())
                ? Optional.of(DelegateMessages.standsIn(notice.about(), notice.by()))
                : Optional.empty();
    }

    private Optional<SlackMessage> stoodIn(Notices.Notice notice) {
        return standsIn(notice.about(), notice.person())
                ? Optional.empty()
                : Optional.of(DelegateMessages.stoodIn(notice.about()));
    }

    private boolean standsIn(String manager, String delegate) {
        return delegates.of(manager).filter(delegate::equals).isPresent();
    }

    private Optional<SlackMessage> chosenFor(Notices.Notice notice) {
        return delegates.of(notice.person()).equals(Optional.ofNullable(notice.about()))
                ? Optional.of(DelegateMessages.chosenFor(notice.about(), notice.by()))
                : Optional.empty();
    }
}
