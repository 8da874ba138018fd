package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.EnrollMessages;
import dev.fieldcert.slack.admin.enroll.PlanMessages;
import dev.fieldcert.slack.admin.enroll.Roster;
import dev.fieldcert.slack.admin.enroll.RosterApply;
import dev.fieldcert.slack.admin.enroll.RosterCheck;
import dev.fieldcert.slack.admin.enroll.RosterMessages;
import dev.fieldcert.slack.admin.enroll.RosterSource;
import dev.fieldcert.slack.admin.enroll.RuleEnrollments;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows whom a rule would enroll. When an admin confirms, the rule starts and enrolls those people. */
@Component
class RuleDryRun {

    private final Rules rules;
    private final EnrollmentRules enrollmentRules;
    private final RuleEnrollments enrollments;
    private final RosterSource source;
    private final RosterCheck check;
    private final RosterApply apply;
    private final Programs programs;
    private final AuditTrail audit;
    private final SlackDirectory directory;
    private final LongWork longWork;
    private final SlackSender slack;

    RuleDryRun(
            Rules rules,
            EnrollmentRules enrollmentRules,
            RuleEnrollments enrollments,
            RosterSource source,
            RosterCheck check,
            RosterApply apply,
            Programs programs,
            AuditTrail audit,
            SlackDirectory directory,
            LongWork longWork,
            SlackSender slack) {
        this.rules = rules;
        this.enrollmentRules = enrollmentRules;
        this.enrollments = enrollments;
        this.source = source;
        this.check = check;
        this.apply = apply;
        this.programs = programs;
        this.audit = audit;
        this.directory = directory;
        this.longWork = longWork;
        this.slack = slack;
    }

    /** Shows in the admin's DM whom the rule would enroll; changes nothing. */
    void begin(Rule rule, String admin) {
        longWork.start(admin, "Dry run for the rule " + rule.name(), progress -> {
            try {
                return rule.parsed().isOfTheRoster() ? lookAtTheRoster(rule, progress) : lookAtSlack(rule, progress);
            } catch (Roster.Refused refused) {
                return RosterMessages.refused(refused.getMessage());
            } catch (CommandException outOfReach) {
                return SlackMessage.note(outOfReach.getMessage());
            }
        });
    }

    private SlackMessage lookAtSlack(Rule rule, LongWork.Progress progress) {
        EnrollmentRules.Found found = enrollmentRules.look(rule, progress, progress::step, progress::isCanceled);
        if (progress.isCanceled()) {
            return PlanMessages.dropped();
        }
        String title = Sentences.title(programs.current(), rule.parsed().target());
        List<String> unheard = rule.parsed().places().stream()
                .filter(place -> place.channel()
                        && !progress.wait(() -> directory.channel(place.id())).isMember())
                .map(RuleText.In::id)
                .toList();
        return EnrollMessages.dryRun(
                found.tally(),
                title,
                found.due(),
                RuleMessages.question(rule, found.tally().enrolled().size(), unheard));
    }

    private SlackMessage lookAtTheRoster(Rule rule, LongWork.Progress progress) throws Roster.Refused {
        RosterCheck.DryRun run = check(rule, progress);
        return progress.isCanceled()
                ? PlanMessages.dropped()
                : RosterMessages.dryRun(
                        run, RuleMessages.question(rule, run.steps().size(), List.of()));
    }

    private RosterCheck.DryRun check(Rule rule, LongWork.Progress progress) throws Roster.Refused {
        if (!source.isOn()) {
            throw new Roster.Refused("This rule reads roster columns, but no roster is set up (`FIELDCERT_ROSTER`).");
        }
        Roster roster = source.read();
        for (RuleText.Field field : rule.parsed().fields()) {
            if (!roster.columns().contains(field.name())) {
                throw new Roster.Refused(
                        "The roster has no column " + Sentences.quoted(field.name()) + ". Its columns are: "
                                + Sentences.quoted(String.join(
                                        ", ", roster.columns().stream().sorted().toList())) + ".");
            }
        }
        progress.of(roster.rows().size());
        return check.check(
                roster.withoutManagersAndCohorts(), row -> enrollmentRules.wish(rule, row), progress, progress::step);
    }

    /** Handles the admin's confirmation of a rule that was shown: starts the rule. */
    void yes(BlockAction click) {
        RuleMessages.Value value = RuleMessages.Value.fromText(click.value());
        Optional<Rule> started = rules.start(value.name(), value.proposal(), click.person());
        if (started.isEmpty()) {
            slack.respondEphemeral(click, PlanMessages.gone());
            return;
        }
        Rule rule = started.get();
        audit.note(
                "program",
                click.person(),
                AuditedAction.of(AuditedAction.Code.RULE_STARTED, rule.name()).detailed(rule.text()),
                "");
        slack.turn(click, RuleMessages.started(rule));
        longWork.start(click.person(), "Starting the rule " + rule.name(), progress -> {
            try {
                return RosterMessages.applied(enroll(rule, click.person(), progress));
            } catch (Roster.Refused refused) {
                return RosterMessages.refused(refused.getMessage());
            } catch (CommandException outOfReach) {
                return SlackMessage.note(outOfReach.getMessage());
            }
        });
    }

    private RosterApply.Applied enroll(Rule rule, String by, LongWork.Progress progress) throws Roster.Refused {
        if (!rule.parsed().isOfTheRoster()) {
            EnrollmentRules.Found found = enrollmentRules.look(rule, progress, () -> {}, progress::isCanceled);
            progress.of(found.steps().size());
            return enrollmentRules.enroll(found, progress, progress::step, progress::isCanceled);
        }
        RosterCheck.DryRun run = check(rule, progress);
        var order = new RosterApply.Order(run.steps(), by, "by a rule");
        RosterApply.Applied applied = apply.apply(order, progress, progress::step, progress::isCanceled);
        apply.found(run.found());
        return applied;
    }

    /** Handles the admin's refusal of a rule that was shown. */
    void no(BlockAction click) {
        RuleMessages.Value value = RuleMessages.Value.fromText(click.value());
        rules.drop(value.name(), value.proposal());
        slack.turn(click, PlanMessages.dropped());
    }

    void pause(BlockAction click) {
        if (rules.pause(click.value())) {
            audit.note("program", click.person(), AuditedAction.of(AuditedAction.Code.RULE_PAUSED, click.value()), "");
        }
        slack.turn(click, list());
    }

    /** Handles the click on Resume: shows a dry run, as for a new rule. The rule starts only when an admin confirms. */
    void resume(BlockAction click) {
        rules.find(click.value())
                .filter(rule -> !rule.isActive())
                .map(rule -> rules.propose(rule.name(), rule.text(), click.person(), rule.state()))
                .ifPresentOrElse(
                        rule -> begin(rule, click.person()), () -> slack.respondEphemeral(click, PlanMessages.gone()));
    }

    /** Removes the rule. The people whom it enrolled stay enrolled. */
    void remove(BlockAction click) {
        rules.remove(click.value()).ifPresent(rule -> {
            enrollments.forget(rule.name());
            audit.note(
                    "program",
                    click.person(),
                    AuditedAction.of(AuditedAction.Code.RULE_REMOVED, rule.name())
                            .detailed(rule.text()),
                    "");
        });
        slack.turn(click, list());
    }

    SlackMessage list() {
        Map<String, Long> counts = enrollments.counts();
        List<Rule> all = rules.all();
        return RuleMessages.list(all, counts);
    }
}
