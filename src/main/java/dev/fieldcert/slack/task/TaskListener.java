package dev.fieldcert.slack.task;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.submission.FinishPracticeTask;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handles practice tasks: the learner writes an answer, compares it with a model answer, and judges it. */
@Component
class TaskListener implements SlackHandler {

    private final Programs programs;
    private final Learners learners;
    private final FinishPracticeTask finishTask;
    private final OutboxRelay delivery;
    private final SlackSender slack;

    TaskListener(
            Programs programs,
            Learners learners,
            FinishPracticeTask finishTask,
            OutboxRelay delivery,
            SlackSender slack) {
        this.programs = programs;
        this.learners = learners;
        this.finishTask = finishTask;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.subcommand(
                "tasks",
                "tasks",
                "a writing exercise for each course that you check yourself",
                command -> slack.reply(command, TaskMessages.list(programs.current())));
        router.blockAction("task", this::open);
        router.viewSubmission(TaskMessages.WRITE, this::written);
        router.viewSubmission(TaskMessages.JUDGE, this::judged);
    }

    private Optional<Course> course(String id) {
        return programs.current().course(id).filter(course -> course.task().isPresent());
    }

    private void open(BlockAction click) {
        Optional<Course> course = course(click.value());
        if (course.isEmpty()) {
            slack.respondEphemeral(click, TaskMessages.notThere());
            return;
        }
        slack.openModal(
                click.triggerId(),
                TaskMessages.form(course.get(), course.get().task().orElseThrow()));
    }

    private SubmissionResponse written(ViewSubmission form) {
        Optional<Course> course = course(form.metadata());
        if (course.isEmpty()) {
            return gone(form);
        }
        boolean hasManager = learners.find(form.person())
                .flatMap(learner -> learner.profile().manager())
                .isPresent();
        return SubmissionResponse.next(TaskMessages.judge(
                course.get(),
                course.get().task().orElseThrow(),
                form.input(TaskMessages.ANSWER).orElse(""),
                hasManager));
    }

    private SubmissionResponse judged(ViewSubmission form) {
        String[] parts = form.metadata().split("\\|", 2);
        Optional<Course> course = course(parts[0]);
        if (course.isEmpty() || parts.length != 2) {
            return gone(form);
        }
        List<Integer> met = form.all(TaskMessages.MET).stream()
                .filter(place -> place.matches("\\d"))
                .map(Integer::valueOf)
                .toList();
        var finished = finishTask.finish(
                form.person(),
                parts[0],
                course.get().task().orElseThrow().id(),
                parts[1],
                met,
                !form.all(TaskMessages.SHARE).isEmpty());
        return SubmissionResponse.done(() -> delivery.deliver(finished));
    }

    private SubmissionResponse gone(ViewSubmission form) {
        return SubmissionResponse.done(() -> slack.post(slack.dmWith(form.person()), TaskMessages.notThere(), null));
    }
}
