package dev.fieldcert.slack.admin.roster;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.slack.admin.enroll.DryRuns;
import dev.fieldcert.slack.admin.enroll.Plans;
import dev.fieldcert.slack.admin.enroll.Roster;
import dev.fieldcert.slack.admin.enroll.RosterApply;
import dev.fieldcert.slack.admin.enroll.RosterApply.Applied;
import dev.fieldcert.slack.admin.enroll.RosterCheck;
import dev.fieldcert.slack.admin.enroll.RosterCheck.DryRun;
import dev.fieldcert.slack.admin.enroll.RosterMessages;
import dev.fieldcert.slack.admin.enroll.RosterSource;
import dev.fieldcert.slack.admin.enroll.Wish;
import dev.fieldcert.slack.admin.roster.RosterStates.State;
import dev.fieldcert.slack.admin.rules.EnrollmentRules;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.work.LongWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies the roster as it changes. Small changes are made immediately; the first list and a sudden change need an
 * admin's confirmation. Nobody is ever unenrolled: people who are no longer in the list are named, and stay enrolled.
 */
@Component
public class RosterFeed {

    private static final Logger LOG = LoggerFactory.getLogger(RosterFeed.class);

    /**
     * An admin has to confirm a list if the people added and removed, or the people with a change to make, are more
     * than this share of the previous list.
     */
    private static final double MOST_CHANGED = 0.2;

    private static final String SOURCE = "from the roster";
    private static final int PROBLEMS_KEPT = 50;

    private final RosterSource source;
    private final RosterStates states;
    private final EnrollmentRules rules;
    private final RosterCheck check;
    private final RosterApply apply;
    private final DryRuns dryRuns;
    private final LongWork longWork;
    private final Channels channels;
    private final Outboxes outboxes;
    private final Clock clock;

    RosterFeed(
            RosterSource source,
            RosterStates states,
            EnrollmentRules rules,
            RosterCheck check,
            RosterApply apply,
            DryRuns dryRuns,
            LongWork longWork,
            Channels channels,
            Outboxes outboxes,
            Clock clock) {
        this.source = source;
        this.states = states;
        this.rules = rules;
        this.check = check;
        this.apply = apply;
        this.dryRuns = dryRuns;
        this.longWork = longWork;
        this.channels = channels;
        this.outboxes = outboxes;
        this.clock = clock;
    }

    /** Reads the roster once, if one is configured. May be called at any time on any number of instances. */
    public void read() {
        if (!source.isOn() || !states.claim()) {
            return;
        }
        try {
            follow(source.read());
        } catch (Roster.Refused refused) {
            refused(refused.getMessage());
        } catch (SlackFailure failure) {
            LOG.warn("Roster not followed this time error={}", failure.error());
            if (failure.isPermanent()) {
                refused("Slack doesn’t tell me who these people are (`" + failure.error() + "`).");
            }
        } finally {
            states.release();
        }
    }

    private void refused(String why) {
        if (!why.equals(states.get().problem())) {
            LOG.warn("Roster not usable");
            tell("refused", why);
            states.change(state -> state.refused(why));
        }
    }

    private void follow(Roster roster) {
        State state = states.get();
        DryRun run = check.check(roster, wishes(), CallPolicy.NONE, () -> {});
        RosterStates.Waiting change = change(state, roster, run);
        if (isSudden(change)) {
            if (!change.isLike(state.waiting())) {
                tell("waits", change.toString());
            }
            if (!change.isLike(state.waiting()) || state.problem() != null) {
                states.change(before -> before.waits(change));
            }
            return;
        }
        String by = state.accepted().by();
        Applied applied =
                apply.apply(new RosterApply.Order(run.steps(), by, SOURCE), CallPolicy.NONE, () -> {}, () -> false);
        apply.found(run.found());
        RosterStates.Report report = report(roster, run, applied);
        List<String> gone = state.goneFrom(people(roster));
        boolean newProblems = !report.problems().isEmpty()
                && (state.report() == null || !state.report().problems().equals(report.problems()));
        if (newProblems || !state.gone().containsAll(gone)) {
            tell("followed", gone + report.problems().toString());
        }
        accept(by, people(roster), report);
    }

    private void accept(String by, List<String> people, RosterStates.Report report) {
        states.change(state -> state.follows(new RosterStates.Accepted(by, clock.instant(), people), report));
        if (report.enrolled() + report.managers() + report.cohorts() > 0) {
            LOG.info(
                    "Roster followed people={} enrolled={} managers={} cohorts={} failed={}",
                    report.people(),
                    report.enrolled(),
                    report.managers(),
                    report.cohorts(),
                    report.failed());
        }
    }

    private Wish.Wishes wishes() {
        Wish.Wishes listed = check.asListed(null, null, EnrollmentRules.OF_THE_ROSTER);
        Wish.Wishes byRule = rules.forTheRoster();
        return row -> {
            List<Wish> wishes = new ArrayList<>(byRule.of(row));
            if (!row.course().isEmpty()) {
                wishes.addAll(listed.of(row));
            }
            return wishes;
        };
    }

    private static List<String> people(Roster roster) {
        return roster.rows().stream().map(Roster.Row::email).toList();
    }

    private RosterStates.Waiting change(State state, Roster roster, DryRun run) {
        List<String> now = people(roster);
        List<String> before =
                state.accepted() == null ? List.of() : state.accepted().people();
        Set<String> added = new HashSet<>(now);
        before.forEach(added::remove);
        Set<String> gone = new HashSet<>(before);
        now.forEach(gone::remove);
        long changed = run.steps().stream().map(Plans.Step::person).distinct().count();
        return new RosterStates.Waiting(
                clock.instant(), now.size(), added.size(), gone.size(), (int) changed, before.size());
    }

    /** Whether an admin has to confirm the change. The first list always needs confirmation. */
    private static boolean isSudden(RosterStates.Waiting change) {
        double most = MOST_CHANGED * change.known();
        return change.known() == 0 || change.added() + change.gone() > most || change.changed() > most;
    }

    private RosterStates.Report report(Roster roster, DryRun run, Applied applied) {
        List<Roster.LineError> problems =
                Stream.concat(run.errors().stream(), applied.failed().stream()).toList();
        return report(roster.rows().size(), run.notFound(), applied, problems);
    }

    private RosterStates.Report report(int people, int notHere, Applied applied, List<Roster.LineError> problems) {
        return new RosterStates.Report(
                clock.instant(),
                people,
                applied.enrolled(),
                applied.managers(),
                applied.cohorts(),
                notHere,
                problems.size(),
                problems.stream().limit(PROBLEMS_KEPT).toList());
    }

    /** Notifies one admin, once per piece of news. */
    private void tell(String what, String news) {
        String id = "roster:" + what + ":"
                + UUID.nameUUIDFromBytes(news.getBytes(StandardCharsets.UTF_8)).toString();
        Instant now = clock.instant();
        channels.adminOnDuty("")
                .ifPresent(admin -> outboxes.enqueueOnce(
                        OutboxMessage.unsolicited(id, new Notification.RosterNews(admin), now, now)));
    }

    /** Shows the admin in a dry run what the roster would do; changes nothing. */
    void look(String admin) {
        longWork.start(admin, "Reading the roster", progress -> {
            try {
                Roster roster = source.read();
                progress.of(roster.rows().size());
                DryRun run = check.check(roster, wishes(), progress, progress::step);
                RosterStates.Waiting change = change(states.get(), roster, run);
                String plan = dryRuns.ask(admin, run.steps());
                states.change(state -> state.shows(new RosterStates.Shown(
                        plan,
                        people(roster),
                        run.notFound(),
                        run.errors().stream().limit(PROBLEMS_KEPT).toList())));
                return RosterFeedMessages.dryRun(run, change, states.get().goneFrom(people(roster)), plan);
            } catch (Roster.Refused refused) {
                return RosterMessages.refused(refused.getMessage());
            }
        });
    }

    /** Handles the admin's confirmation of a dry run. */
    void yes(BlockAction click) {
        dryRuns.yes(click, plan -> "Applying the roster", (plan, progress) -> {
            progress.of(plan.steps().size());
            Applied applied = apply.apply(
                    new RosterApply.Order(plan.steps(), click.person(), SOURCE),
                    progress,
                    progress::step,
                    progress::isCanceled);
            RosterStates.Shown shown = states.get().shown();
            boolean isWhatWasShown = shown != null && shown.plan().equals(plan.id());
            if (isWhatWasShown && !progress.isCanceled()) {
                List<Roster.LineError> problems = Stream.concat(shown.problems().stream(), applied.failed().stream())
                        .toList();
                accept(
                        click.person(),
                        shown.people(),
                        report(shown.people().size(), shown.notHere(), applied, problems));
            }
            return RosterMessages.applied(applied);
        });
    }

    SlackMessage status() {
        return source.isOn() ? RosterFeedMessages.status(states.get()) : RosterFeedMessages.off();
    }
}
