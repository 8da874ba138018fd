package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.work.LongWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Enrolls groups, channels, or larger numbers of people: shows a dry run, asks for confirmation, and makes the change.
 */
@Component
class EnrollDryRun {

    /** Up to this many people who are named one by one are enrolled without confirmation. */
    static final int AT_ONCE = 15;

    private final RecipientResolver recipients;
    private final EnrollMany enrollMany;
    private final DryRuns dryRuns;
    private final LongWork longWork;
    private final Programs programs;

    EnrollDryRun(
            RecipientResolver recipients,
            EnrollMany enrollMany,
            DryRuns dryRuns,
            LongWork longWork,
            Programs programs) {
        this.recipients = recipients;
        this.enrollMany = enrollMany;
        this.dryRuns = dryRuns;
        this.longWork = longWork;
        this.programs = programs;
    }

    static boolean isNeeded(RecipientResolver.Named whom) {
        return !whom.recipients().isEmpty() || whom.people().size() > AT_ONCE;
    }

    /** Shows in the admin's DM what would happen; changes nothing. */
    void begin(String admin, RecipientResolver.Named whom, String target, LocalDate due) {
        String title = Sentences.title(programs.current(), target);
        longWork.start(
                admin,
                "Dry run for %s: %s".formatted(title, whom.words()),
                progress -> look(admin, whom, target, due, progress));
    }

    private SlackMessage look(
            String admin, RecipientResolver.Named whom, String target, LocalDate due, LongWork.Progress progress) {
        Set<String> people;
        try {
            people = recipients.everybody(whom, progress);
        } catch (CommandException notUnderstood) {
            return SlackMessage.note(notUnderstood.getMessage());
        }
        progress.of(people.size());
        Tally tally = enrollMany.check(
                new EnrollMany.Order(people, target, due, admin), progress, progress::step, progress::isCanceled);
        if (tally.canceled) {
            return PlanMessages.dropped();
        }
        List<Plans.Step> steps = tally.enrolled.stream()
                .map(person -> Plans.Step.enrollment(person, target, due))
                .toList();
        String title = Sentences.title(programs.current(), target);
        return EnrollMessages.dryRun(tally, whom.words(), title, due, dryRuns.keep(admin, steps));
    }

    /** Handles the admin's confirmation: enrolls the people who were new in the dry run, checking each one again. */
    void yes(BlockAction click) {
        dryRuns.yes(
                click,
                plan -> "Enrolling %s in %s"
                        .formatted(
                                Sentences.people(plan.steps().size()),
                                Sentences.title(
                                        programs.current(), plan.steps().get(0).target())),
                (plan, progress) -> {
                    List<String> people =
                            plan.steps().stream().map(Plans.Step::person).toList();
                    Plans.Step first = plan.steps().get(0);
                    var order = new EnrollMany.Order(people, first.target(), first.due(), click.person());
                    return enroll(order, progress);
                });
    }

    /** Enrolls the people as long work, which reports its progress. */
    SlackMessage enroll(EnrollMany.Order order, LongWork.Progress progress) {
        progress.of(order.people().size());
        try {
            Tally tally = enrollMany.enroll(order, progress, progress::step, progress::isCanceled);
            return EnrollMessages.enrolled(tally, Sentences.title(programs.current(), order.target()), order.due());
        } catch (CommandException changedMeanwhile) {
            return SlackMessage.note(changedMeanwhile.getMessage());
        }
    }
}
