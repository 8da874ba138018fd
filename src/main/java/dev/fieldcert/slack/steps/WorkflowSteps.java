package dev.fieldcert.slack.steps;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.payload.WorkflowStep;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs a step of a workflow and ends it: completed with its outputs, or failed with a message. A step that is
 * delivered again changes nothing further and ends the same way.
 */
@Component
class WorkflowSteps implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowSteps.class);
    private static final String WHY = "by a workflow";

    private final StepSettings settings;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final AssignManager assignManager;
    private final MoveDueDate moveDueDate;
    private final Learners learners;
    private final Awards awards;
    private final RecipientResolver recipients;
    private final People people;
    private final OutboxRelay delivery;
    private final SlackSteps slack;
    private final Clock clock;

    WorkflowSteps(
            StepSettings settings,
            Programs programs,
            EnrollLearner enrollLearner,
            AssignManager assignManager,
            MoveDueDate moveDueDate,
            Learners learners,
            Awards awards,
            RecipientResolver recipients,
            People people,
            OutboxRelay delivery,
            SlackSteps slack,
            Clock clock) {
        this.settings = settings;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.assignManager = assignManager;
        this.moveDueDate = moveDueDate;
        this.learners = learners;
        this.awards = awards;
        this.recipients = recipients;
        this.people = people;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    /** The step cannot be done. The exception's message says why, as plain text. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    @Override
    public void register(Router router) {
        router.workflowStep(this::run, (step, sentence) -> slack.fail(step.execution(), sentence));
    }

    private void run(WorkflowStep run) {
        Map<String, Object> outputs;
        try {
            outputs = done(run);
        } catch (Refused refused) {
            LOG.info("Workflow step failed step={} execution={}", run.step(), run.execution());
            slack.fail(run.execution(), refused.getMessage());
            return;
        }
        slack.complete(run.execution(), outputs);
    }

    private Map<String, Object> done(WorkflowStep run) throws Refused {
        if (!settings.on()) {
            throw new Refused("FieldCert’s workflow steps are turned off. Ask whoever runs its server to set "
                    + "FIELDCERT_WORKFLOW_STEPS to true.");
        }
        Step step = Step.of(run.step())
                .orElseThrow(() -> new Refused("FieldCert has no step called " + quoted(run.step()) + "."));
        for (String name : step.required()) {
            need(run, name);
        }
        KnownPerson person = person(need(run, "person"));
        checkRights(need(run, "by"), person.id(), step == Step.HAS_EARNED);
        return switch (step) {
            case ENROLL -> enroll(run, person);
            case HAS_EARNED -> hasEarned(run, person);
            case MOVE_DUE_DATE -> moveDueDate(run, person);
        };
    }

    private Map<String, Object> enroll(WorkflowStep run, KnownPerson person) throws Refused {
        String by = need(run, "by");
        String target = target(need(run, "target"));
        Optional<String> day = run.input("due");
        LocalDate due = day.isPresent() ? future(day.get()) : null;
        Optional<String> manager = run.input("manager");
        if (manager.isPresent()) {
            assign(person.id(), person(manager.get()).id(), by);
        }
        var enrolled = enrollLearner.enroll(person.id(), person.profile(), target, by, due, WHY);
        delivery.deliver(enrolled);
        String title = Sentences.title(programs.current(), target);
        return Map.of("title", title, "new", enrolled.result() instanceof EnrollLearner.Outcome.Enrolled);
    }

    private void assign(String person, String manager, String by) throws Refused {
        var assigned = assignManager.assign(person, manager, by, WHY);
        AssignManager.Outcome outcome = assigned.result();
        if (outcome instanceof AssignManager.Outcome.Circle) {
            throw new Refused(
                    "The manager reports to this person, so that would create a reporting loop. Nothing was changed.");
        }
        if (!(outcome instanceof AssignManager.Outcome.Assigned)
                && !(outcome instanceof AssignManager.Outcome.AlreadySo)) {
            throw new Refused("This person can’t be their manager. Nothing was changed.");
        }
        delivery.deliver(assigned);
    }

    /** Whether the person has a badge that is neither revoked nor expired. */
    private Map<String, Object> hasEarned(WorkflowStep run, KnownPerson person) throws Refused {
        String badge = badge(need(run, "target"));
        Optional<GivenBadge> earned = awards.of(person.id()).stream()
                .filter(given -> given.badge().id().equals(badge) && given.standing() instanceof Standing.Valid)
                .findFirst();
        String day = earned.map(given -> given.award()
                        .earnedAt()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString())
                .orElse("");
        return Map.of("earned", earned.isPresent(), "earned_on", day);
    }

    private Map<String, Object> moveDueDate(WorkflowStep run, KnownPerson person) throws Refused {
        String target = target(need(run, "target"));
        LocalDate due = future(need(run, "due"));
        var moved = moveDueDate.move(person.id(), target, due, need(run, "by"), WHY);
        if (moved.result() instanceof MoveDueDate.Outcome.NotUnderWay) {
            throw new Refused("They aren’t enrolled in " + quoted(Sentences.title(programs.current(), target))
                    + ", or they’ve finished it. Enroll them first.");
        }
        delivery.deliver(moved);
        return Map.of("moved", moved.result() instanceof MoveDueDate.Outcome.Moved);
    }

    private static String need(WorkflowStep run, String name) throws Refused {
        return run.input(name).orElseThrow(() -> new Refused("The step has no " + quoted(name) + ". Fill it in."));
    }

    private KnownPerson person(String id) throws Refused {
        List<KnownPerson> found = new ArrayList<>();
        recipients.look(List.of(id), CallPolicy.NONE, found::add, unknown -> {});
        if (found.isEmpty() || !found.get(0).isInUse() || recipients.isOfAnotherCompany(found.get(0))) {
            throw new Refused("FieldCert can’t use " + quoted(id)
                    + ". It isn’t a person in this workspace, it’s an app, or the account was deactivated.");
        }
        return found.get(0);
    }

    /**
     * Checks that {@code by} has the rights to do this, because anybody may start a workflow. A person and their
     * manager may look up the person's badges; anything else requires an admin.
     */
    private void checkRights(String by, String person, boolean aLook) throws Refused {
        boolean mayLook = aLook && (by.equals(person) || isManager(by, person));
        if (!mayLook && !people.isAdmin(by)) {
            throw new Refused("“Asked by” must be a FieldCert admin" + (aLook ? ", the person, or their manager" : "")
                    + ". Choose somebody else.");
        }
    }

    private boolean isManager(String manager, String person) {
        return learners.find(person)
                .flatMap(learner -> learner.profile().manager())
                .filter(manager::equals)
                .isPresent();
    }

    private String target(String words) throws Refused {
        return enrollLearner
                .targetFor(words)
                .filter(id -> !programs.current().published(id).isEmpty())
                .orElseThrow(() -> unknown(words));
    }

    private Refused unknown(String words) {
        Program program = programs.current();
        List<String> ids = new ArrayList<>();
        program.paths().forEach(path -> ids.add(path.id()));
        program.courses().stream()
                .filter(course -> !course.coming())
                .map(Course::id)
                .forEach(ids::add);
        return new Refused("There’s no path or course called " + quoted(words) + ". Use one of these: "
                + String.join(", ", ids) + ".");
    }

    /** Id of the badge of a course or path, or of the badge with this id. */
    private String badge(String words) throws Refused {
        Program program = programs.current();
        Optional<String> target = enrollLearner.targetFor(words);
        return target.flatMap(program::course)
                .map(Course::badge)
                .or(() -> target.flatMap(program::path).flatMap(path -> path.certificate()))
                .or(() -> program.badge(words))
                .map(BadgeDefinition::id)
                .orElseThrow(() -> unknown(words));
    }

    private LocalDate future(String text) throws Refused {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new Refused("The due date " + quoted(text) + " should look like 2027-03-31.");
        }
        if (!day.isAfter(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            throw new Refused("The due date " + day + " is today or has passed. Choose a later day.");
        }
        return day;
    }

    private static String quoted(String words) {
        return "“" + (words.length() > 80 ? words.substring(0, 79) + "…" : words) + "”";
    }
}
