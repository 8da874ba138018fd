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

/** Determines what a roster would do and what is impossible; changes nothing. */
@Component
class RosterCheck {

    private final RecipientResolver recipients;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final AssignManager assignManager;
    private final Learners learners;

    RosterCheck(
            RecipientResolver recipients,
            Programs programs,
            EnrollLearner enrollLearner,
            AssignManager assignManager,
            Learners learners) {
        this.recipients = recipients;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.assignManager = assignManager;
        this.learners = learners;
    }

    /** The default target and due date for lines without their own. */
    record Otherwise(String target, LocalDate due) {}

    /** The dry run: counts people and names the lines that fail. */
    static final class DryRun {
        final List<Plans.Step> steps = new ArrayList<>();
        final List<String> enrolled = new ArrayList<>();
        final List<String> already = new ArrayList<>();
        final List<String> guests = new ArrayList<>();
        final List<LineError> notFound = new ArrayList<>();
        final List<LineError> errors = new ArrayList<>();
        /** Who would report to whom, by the lines so far. */
        private final Map<String, String> assigned = new HashMap<>();

        int managers;
        int cohorts;
        int asTheyAre;
    }

    private record Found(String id, boolean guest, boolean usable) {}

    DryRun check(Roster roster, Otherwise otherwise, CallPolicy patience, Runnable step) {
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
            check(row, otherwise, people, run);
            step.run();
        }
        return run;
    }

    private static Found found(KnownPerson person) {
        return new Found(person.id(), person.profile().guest(), person.isInUse());
    }

    private void check(Roster.Row row, Otherwise otherwise, Map<String, Found> people, DryRun run) {
        Found person = people.get(row.email());
        if (person == null || !person.usable()) {
            run.notFound.add(new LineError(
                    row.line(),
                    Mrkdwn.escape(row.email())
                            + (person == null ? " is nobody here" : " is a bot or a deactivated account")));
            return;
        }
        Optional<String> target = target(row, otherwise);
        if (target.isEmpty()) {
            run.errors.add(new LineError(
                    row.line(), "no path or course called " + Sentences.quoted(row.course()) + " can be enrolled in"));
            return;
        }
        if (row.due() != null && target.get().isEmpty()) {
            run.errors.add(
                    new LineError(row.line(), "has a due date but no course; choose one in the form, or add it"));
            return;
        }
        Found manager = people.get(row.managerEmail());
        Optional<String> wrongManager = wrongManager(row, person, manager, run);
        if (wrongManager.isPresent()) {
            run.errors.add(new LineError(row.line(), wrongManager.get()));
            return;
        }
        plan(row, otherwise, person, manager, target.get(), run);
    }

    private void plan(Roster.Row row, Otherwise otherwise, Found person, Found manager, String target, DryRun run) {
        Optional<Learner> learner = learners.find(person.id());
        boolean isNew =
                !target.isEmpty() && enrollLearner.isNewTo(learner.orElseGet(() -> new Learner(person.id())), target);
        boolean newManager = manager != null
                && !learner.flatMap(known -> known.profile().manager()).equals(Optional.of(manager.id()));
        boolean newCohort = !row.cohort().isEmpty()
                && !Objects.equals(
                        learner.map(known -> known.profile().cohort()).orElse(null), row.cohort());
        if (newManager) {
            run.assigned.put(person.id(), manager.id());
        }
        if (isNew) {
            run.enrolled.add(person.id());
            if (person.guest()) {
                run.guests.add(person.id());
            }
        } else if (!target.isEmpty()) {
            run.already.add(person.id());
        }
        run.managers += newManager ? 1 : 0;
        run.cohorts += newCohort ? 1 : 0;
        if (!isNew && !newManager && !newCohort) {
            run.asTheyAre++;
            return;
        }
        run.steps.add(new Plans.Step(
                row.line(),
                person.id(),
                newManager ? manager.id() : null,
                newCohort ? row.cohort() : null,
                isNew ? target : null,
                row.due() == null ? otherwise.due() : row.due()));
    }

    /** Empty text when no target was given; empty when it does not exist. */
    private Optional<String> target(Roster.Row row, Otherwise otherwise) {
        if (row.course().isEmpty()) {
            return Optional.of(otherwise.target() == null ? "" : otherwise.target());
        }
        return enrollLearner
                .targetFor(row.course())
                .filter(id -> !programs.current().published(id).isEmpty());
    }

    private Optional<String> wrongManager(Roster.Row row, Found person, Found manager, DryRun run) {
        if (row.managerEmail().isEmpty()) {
            return Optional.empty();
        }
        if (manager == null || !manager.usable()) {
            return Optional.of("the manager " + Sentences.quoted(row.managerEmail()) + " is nobody here");
        }
        return assignManager
                .refusal(person.id(), manager.id(), run.assigned)
                .map(refusal -> refusal instanceof AssignManager.Outcome.Circle
                        ? "the manager reports to this person: that would be a circle"
                        : "this manager can't be theirs");
    }
}
