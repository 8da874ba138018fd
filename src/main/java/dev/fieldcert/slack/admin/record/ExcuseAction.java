package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.ExcuseObjective;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.delivery.OutboxRelay;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets somebody off an objective. */
@Component
@Order(23)
class ExcuseAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> course;
    private final Parameter<String> objective;
    private final Parameter<String> reason =
            TextParameter.reason("Kept in the record, and the learner reads it.", false);
    private final ExcuseObjective excuseObjective;
    private final Learners learners;
    private final Programs programs;
    private final OutboxRelay delivery;

    ExcuseAction(
            Parameters parameters,
            ExcuseObjective excuseObjective,
            Learners learners,
            Programs programs,
            OutboxRelay delivery) {
        this.person = parameters.learner();
        this.course = parameters.courseOf(person);
        this.objective = parameters.objective(
                course,
                (before, known) -> open(before.get(person), known),
                "They have finished every objective of this course.");
        this.excuseObjective = excuseObjective;
        this.learners = learners;
        this.programs = programs;
        this.delivery = delivery;
    }

    private List<Objective> open(String whose, Course known) {
        return learners.find(whose).flatMap(learner -> learner.course(known.id())).stream()
                .flatMap(progress -> known.objectives().stream().filter(each -> progress.isOpen(each)))
                .toList();
    }

    @Override
    public Description description() {
        return new Description(
                "excuse",
                "Excuse an objective",
                "let somebody off an objective, with a reason",
                Place.CHANGE,
                person,
                course,
                objective,
                reason);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        Course known = programs.current().course(arguments.get(course)).orElseThrow();
        String id = arguments.get(objective);
        var excused = excuseObjective.excuse(whose, known.id(), id, arguments.by(), arguments.get(reason));
        CommandResult result = CommandResult.of(
                RecordMessages.excused(
                        excused.result(),
                        whose,
                        known.title(),
                        known.objective(id).map(Objective::title).orElse(id)),
                excused.result() instanceof ExcuseObjective.Outcome.Excused,
                () -> delivery.deliver(excused));
        boolean isAboutTheReason = excused.result() instanceof ExcuseObjective.Outcome.NoReason
                || excused.result() instanceof ExcuseObjective.Outcome.ReasonTooLong;
        return isAboutTheReason ? result.at(reason) : result;
    }
}
