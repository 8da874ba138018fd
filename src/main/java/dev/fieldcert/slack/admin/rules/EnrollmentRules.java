package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.RecipientResolver.Named;
import dev.fieldcert.slack.admin.RecipientResolver.Recipients;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.EnrollMany;
import dev.fieldcert.slack.admin.enroll.Plans;
import dev.fieldcert.slack.admin.enroll.Roster;
import dev.fieldcert.slack.admin.enroll.RosterApply;
import dev.fieldcert.slack.admin.enroll.RosterApply.Applied;
import dev.fieldcert.slack.admin.enroll.RuleEnrollments;
import dev.fieldcert.slack.admin.enroll.Tally;
import dev.fieldcert.slack.admin.enroll.Wish;
import dev.fieldcert.slack.payload.Joined;
import dev.fieldcert.slack.users.KnownPeople;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enrolls people by the rules: everybody who fits a rule when it starts, and afterwards everybody who joins. */
@Component
public class EnrollmentRules {

    /** Used in place of a rule's name when the roster's own course column enrolls somebody. */
    public static final String OF_THE_ROSTER = "roster";

    private static final Logger LOG = LoggerFactory.getLogger(EnrollmentRules.class);

    private final Rules rules;
    private final RecipientResolver recipients;
    private final KnownPeople known;
    private final SlackDirectory directory;
    private final EnrollMany enrollMany;
    private final RosterApply apply;
    private final RuleEnrollments enrollments;
    private final Programs programs;
    private final Clock clock;

    EnrollmentRules(
            Rules rules,
            RecipientResolver recipients,
            KnownPeople known,
            SlackDirectory directory,
            EnrollMany enrollMany,
            RosterApply apply,
            RuleEnrollments enrollments,
            Programs programs,
            Clock clock) {
        this.rules = rules;
        this.recipients = recipients;
        this.known = known;
        this.directory = directory;
        this.enrollMany = enrollMany;
        this.apply = apply;
        this.enrollments = enrollments;
        this.programs = programs;
        this.clock = clock;
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Determines, for each line of the roster, the enrollments that the active roster rules ask for. */
    public Wish.Wishes forTheRoster() {
        List<Rule> ofTheRoster = rules.active().stream()
                .filter(rule -> rule.parsed().isOfTheRoster())
                .toList();
        return row -> {
            List<Wish> wishes = new ArrayList<>();
            for (Rule rule : ofTheRoster) {
                wishes.addAll(wish(rule, row));
            }
            return wishes;
        };
    }

    /**
     * The enrollment that the rule asks for. Empty if the line does not meet the rule, or the rule's target is no
     * longer taught.
     *
     * @throws Roster.Refused if the rule needs a start date and the line has no usable one
     */
    List<Wish> wish(Rule rule, Roster.Row row) throws Roster.Refused {
        RuleText text = rule.parsed();
        if (!text.holds(row) || !isTaught(text)) {
            return List.of();
        }
        LocalDate start = null;
        if (text.due().afterStart()) {
            String written = row.cell("start");
            if (written.isEmpty()) {
                throw new Roster.Refused(
                        "has no start date, and the rule " + Sentences.quoted(rule.name()) + " needs one");
            }
            start = Roster.date("start date", written);
        }
        return List.of(new Wish(text.target(), future(text.due().from(today(), start)), rule.name()));
    }

    /**
     * Drops a due date that is not in the future, so that people who joined long ago are not late from the beginning.
     */
    private LocalDate future(LocalDate due) {
        return due == null || due.isAfter(today()) ? due : null;
    }

    private boolean isTaught(RuleText text) {
        return !programs.current().published(text.target()).isEmpty();
    }

    /**
     * What a rule that reads Slack finds: the people whom it would enroll, those who are enrolled already, and those
     * who are left out. People on whom the rule has acted before are not among them.
     */
    record Found(Rule rule, Tally tally, LocalDate due) {

        List<Plans.Step> steps() {
            return steps(tally.enrolled());
        }

        private List<Plans.Step> steps(Collection<String> people) {
            Wish wish = new Wish(rule.parsed().target(), due, rule.name());
            return people.stream()
                    .map(person -> Plans.Step.enrollment(0, person, wish))
                    .toList();
        }
    }

    /** @throws CommandException if the bot cannot read a channel or group that the rule names */
    Found look(Rule rule, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        RuleText text = rule.parsed();
        Set<String> people = text.places().isEmpty()
                ? new LinkedHashSet<>(known.all()
                        .filter(KnownPerson::isInUse)
                        .map(KnownPerson::id)
                        .toList())
                : members(text, patience);
        return look(rule, people, patience, step, canceled);
    }

    private Set<String> members(RuleText text, CallPolicy patience) {
        Set<String> all = null;
        for (RuleText.In place : text.places()) {
            Set<String> members = recipients.everybody(
                    new Named(Set.of(), List.of(new Recipients(place.channel(), place.id(), place.toString()))),
                    patience);
            if (all == null) {
                all = new LinkedHashSet<>(members);
            } else {
                all.retainAll(members);
            }
        }
        return all == null ? Set.of() : all;
    }

    private Found look(
            Rule rule, Set<String> candidates, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        RuleText text = rule.parsed();
        LocalDate due = future(text.due().from(today(), null));
        Set<String> open = new LinkedHashSet<>(candidates);
        open.removeIf(enrollments.acted(rule.name(), text.target())::on);
        if (!text.fields().isEmpty()) {
            open.retainAll(fitting(text, open, patience));
        }
        Tally tally =
                enrollMany.check(new EnrollMany.Order(open, text.target(), due, rule.by()), patience, step, canceled);
        tally.leaveGuestsOut();
        return new Found(rule, tally, due);
    }

    private Set<String> fitting(RuleText text, Set<String> people, CallPolicy patience) {
        Set<String> fitting = new HashSet<>();
        recipients.look(
                people,
                patience,
                person -> {
                    if (text.fields().stream().allMatch(field -> field.holds(field(person, field.name(), patience)))) {
                        fitting.add(person.id());
                    }
                },
                unknown -> {});
        return fitting;
    }

    private String field(KnownPerson person, String name, CallPolicy patience) {
        return switch (name) {
            case "title" -> person.title();
            case "email" -> person.profile().email();
            default ->
                patience.wait(() -> directory.profileField(person.id(), name)).orElse("");
        };
    }

    /** Enrolls the people whom the rule would enroll. May be repeated. */
    Applied enroll(Found found, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        Applied applied = apply.apply(
                new RosterApply.Order(found.steps(), found.rule().by(), "by a rule"), patience, step, canceled);
        apply.found(found.steps(found.tally().already()));
        return applied;
    }

    /** Applies the active rules about such an event to the people who joined a place, or whose profile changed. */
    void joined(Joined joined) {
        for (Rule rule : rules.active()) {
            RuleText text = rule.parsed();
            if (asksFor(text, joined) && isTaught(text)) {
                RequestContext.aside(() -> act(rule, joined));
            }
        }
    }

    private static boolean asksFor(RuleText text, Joined joined) {
        if (text.isOfTheRoster()) {
            return false;
        }
        return switch (joined.where()) {
            case CHANNEL, GROUP ->
                text.places().stream().anyMatch(place -> place.id().equals(joined.place()));
            case WORKSPACE -> text.places().isEmpty();
            case PROFILE -> !text.fields().isEmpty();
        };
    }

    private void act(Rule rule, Joined joined) {
        RuleText text = rule.parsed();
        Set<String> people = new HashSet<>(joined.people());
        people.removeIf(enrollments.acted(rule.name(), text.target())::on);
        boolean elsewhere = text.places().stream().anyMatch(place -> !place.id().equals(joined.place()));
        try {
            if (elsewhere && !people.isEmpty()) {
                people.retainAll(members(text, CallPolicy.NONE));
            }
            enroll(look(rule, people, CallPolicy.NONE, () -> {}, () -> false), CallPolicy.NONE, () -> {}, () -> false);
        } catch (CommandException outOfReach) {
            LOG.warn("Rule not followed rule={} reason=\"{}\"", rule.name(), outOfReach.getMessage());
        }
    }

    /**
     * Applies the rules to people whose joining Slack did not report, or who were left out by a crash. Runs on a
     * schedule.
     */
    public void catchUp() {
        for (Rule rule : rules.active()) {
            RuleText text = rule.parsed();
            // Reading each person's custom fields every hour would use up the calls that Slack allows.
            if (text.isOfTheRoster() || !isTaught(text) || text.readsCustomFields()) {
                continue;
            }
            try {
                Applied applied = enroll(
                        look(rule, CallPolicy.NONE, () -> {}, () -> false), CallPolicy.NONE, () -> {}, () -> false);
                if (applied.enrolled() > 0) {
                    LOG.info("Rule caught up rule={} enrolled={}", rule.name(), applied.enrolled());
                }
            } catch (CommandException | SlackFailure later) {
                LOG.warn("Rule not followed rule={} reason=\"{}\"", rule.name(), later.getMessage());
            }
        }
    }
}
