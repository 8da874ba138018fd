package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.Roster.LineError;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Determines what a roster would do and which lines cannot be used; changes nothing. */
@Component
public class RosterCheck {

    private final RecipientResolver recipients;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final AssignManager assignManager;
    private final Learners learners;
    private final RuleEnrollments ruleEnrollments;

    RosterCheck(
            RecipientResolver recipients,
            Programs programs,
            EnrollLearner enrollLearner,
            AssignManager assignManager,
            Learners learners,
            RuleEnrollments ruleEnrollments) {
        this.recipients = recipients;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.assignManager = assignManager;
        this.learners = learners;
        this.ruleEnrollments = ruleEnrollments;
    }

    /**
     * Enrolls each person in what their line names.
     *
     * @param target for lines that name no course; null to enroll those people in nothing
     * @param due for lines without a due date; null for no due date
     */
    public Wish.Wishes asListed(String target, LocalDate due, String rule) {
        return row -> {
            if (row.course().isEmpty() && target == null) {
                if (row.due() != null) {
                    throw new Roster.Refused("has a due date but no course; add one, or choose one in the form");
                }
                return List.of();
            }
            LocalDate until = row.due() == null ? due : row.due();
            return List.of(new Wish(row.course().isEmpty() ? target : course(row.course()), until, rule));
        };
    }

    private String course(String named) throws Roster.Refused {
        return enrollLearner
                .targetFor(named)
                .filter(id -> !programs.current().published(id).isEmpty())
                .orElseThrow(
                        () -> new Roster.Refused("there’s no open path or course called " + Sentences.quoted(named)));
    }

    /** The result of the dry run: counts people, and names the lines that fail. */
    public static final class DryRun {
        final List<Plans.Step> steps = new ArrayList<>();
        final List<String> enrolled = new ArrayList<>();
        final List<String> already = new ArrayList<>();
        final List<String> guests = new ArrayList<>();
        final List<LineError> notFound = new ArrayList<>();
        final List<LineError> errors = new ArrayList<>();
        /** The new manager of each person, according to the lines so far. */
        private final Map<String, String> assigned = new HashMap<>();
        /** The people on whom each rule has acted before, by rule and target. */
        private final Map<Wish, RuleEnrollments.Acted> acted = new HashMap<>();

        int managers;
        int cohorts;
        int asTheyAre;

        /** Enrollments that a rule asks for and that exist already. */
        private final List<Plans.Step> found = new ArrayList<>();

        public List<Plans.Step> found() {
            return List.copyOf(found);
        }

        public List<Plans.Step> steps() {
            return List.copyOf(steps);
        }

        /** How many people were not found in this workspace, or cannot be enrolled. */
        public int notFound() {
            return notFound.size();
        }

        public List<LineError> errors() {
            return List.copyOf(errors);
        }
    }

    private record Found(String id, boolean guest, boolean usable) {}

    public DryRun check(Roster roster, Wish.Wishes wishes, CallPolicy patience, Runnable step) {
        Set<String> addresses = new HashSet<>();
        roster.rows().forEach(row -> {
            addresses.add(row.email());
            if (!row.managerEmail().isEmpty()) {
                addresses.add(row.managerEmail());
            }
        });
        Map<String, Found> people = new HashMap<>();
        recipients.byEmail(addresses, patience, (email, person) -> people.put(email, found(person)));
        DryRun run = new DryRun();
        run.errors.addAll(roster.errors());
        for (Roster.Row row : roster.rows()) {
            check(row, wishes, people, run);
            step.run();
        }
        return run;
    }

    private Found found(KnownPerson person) {
        boolean usable = person.isInUse() && !recipients.isOfAnotherCompany(person);
        return new Found(person.id(), person.profile().guest(), usable);
    }

    private void check(Roster.Row row, Wish.Wishes wishes, Map<String, Found> people, DryRun run) {
        Found person = people.get(row.email());
        if (person == null || !person.usable()) {
            run.notFound.add(new LineError(
                    row.line(),
                    Mrkdwn.escape(row.email())
                            + (person == null
                                    ? " isn’t in this workspace"
                                    : " is a bot, a deactivated account, or from another company")));
            return;
        }
        try {
            List<Wish> wanted = wishes.of(row);
            plan(row, person, people.get(row.managerEmail()), wanted, run);
        } catch (Roster.Refused problem) {
            run.errors.add(new LineError(row.line(), problem.getMessage()));
        }
    }

    private void plan(Roster.Row row, Found person, Found manager, List<Wish> wishes, DryRun run)
            throws Roster.Refused {
        Optional<Learner> learner = learners.find(person.id());
        boolean newManager = manager != null
                && !learner.flatMap(known -> known.profile().manager()).equals(Optional.of(manager.id()));
        boolean newCohort = !row.cohort().isEmpty()
                && !Objects.equals(
                        learner.map(known -> known.profile().cohort()).orElse(null), row.cohort());
        if (newManager || manager == null && !row.managerEmail().isEmpty()) {
            checkManager(row, person, manager, run);
            run.assigned.put(person.id(), manager.id());
        }
        run.managers += newManager ? 1 : 0;
        run.cohorts += newCohort ? 1 : 0;
        List<Wish> open = open(wishes, learner.orElseGet(() -> new Learner(person.id())), person, run);
        if (open.isEmpty() && !newManager && !newCohort) {
            run.asTheyAre++;
            return;
        }
        Plans.Step aboutThem = new Plans.Step(
                row.line(),
                person.id(),
                newManager ? manager.id() : null,
                newCohort ? row.cohort() : null,
                null,
                null,
                null);
        if (open.isEmpty()) {
            run.steps.add(aboutThem);
        }
        for (int i = 0; i < open.size(); i++) {
            Wish wish = open.get(i);
            run.steps.add(i == 0 ? aboutThem.enrolling(wish) : Plans.Step.enrollment(row.line(), person.id(), wish));
        }
    }

    /**
     * Leaves out wishes that are fulfilled already, or on which their rule has acted before. Counts all of them in
     * {@code run}.
     */
    private List<Wish> open(List<Wish> wishes, Learner learner, Found person, DryRun run) {
        List<Wish> open = new ArrayList<>();
        for (Wish wish : wishes) {
            boolean acted = wish.rule() != null && acted(wish, run).on(person.id());
            if (open.stream().anyMatch(other -> other.target().equals(wish.target()))) {
                continue;
            }
            if (!acted && enrollLearner.isNewTo(learner, wish.target())) {
                open.add(wish);
                run.enrolled.add(person.id());
                if (person.guest()) {
                    run.guests.add(person.id());
                }
                continue;
            }
            run.already.add(person.id());
            if (wish.rule() != null && !acted) {
                run.found.add(Plans.Step.enrollment(0, person.id(), wish));
            }
        }
        return open;
    }

    private RuleEnrollments.Acted acted(Wish wish, DryRun run) {
        return run.acted.computeIfAbsent(
                new Wish(wish.target(), null, wish.rule()), key -> ruleEnrollments.acted(key.rule(), key.target()));
    }

    private void checkManager(Roster.Row row, Found person, Found manager, DryRun run) throws Roster.Refused {
        if (manager == null || !manager.usable()) {
            throw new Roster.Refused(
                    "the manager " + Sentences.quoted(row.managerEmail()) + " isn’t in this workspace");
        }
        Optional<AssignManager.Outcome> refusal = assignManager.refusal(person.id(), manager.id(), run.assigned);
        if (refusal.isPresent()) {
            throw new Roster.Refused(
                    refusal.get() instanceof AssignManager.Outcome.Circle
                            ? "the manager reports to this person, so that would be a loop"
                            : "this manager can’t be theirs");
        }
    }
}
