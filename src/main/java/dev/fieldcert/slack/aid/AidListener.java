package dev.fieldcert.slack.aid;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.JobAid;
import dev.fieldcert.curriculum.question.TypedNumber;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends job aids, and runs the calculators with numbers that the reader enters. */
@Component
class AidListener implements SlackHandler {

    private final Programs programs;
    private final SlackSender slack;

    AidListener(Programs programs, SlackSender slack) {
        this.programs = programs;
        this.slack = slack;
    }

    private record Found(Course course, JobAid aid) {}

    @Override
    public void register(Router router) {
        router.subcommand(
                "aids",
                "aids",
                "checklists, scripts, and a calculator to keep handy",
                command -> slack.reply(command, AidMessages.list(programs.current())));
        router.blockAction("aids", this::ofCourse);
        router.blockAction("aid", this::send);
        router.blockAction(AidMessages.FORM, this::ask);
        router.viewSubmission(AidMessages.FORM, this::calculate);
    }

    /**
     * Sends all job aids of the course to the DM. Without a course, or if it has no job aids, shows the list of all
     * job aids.
     */
    private void ofCourse(BlockAction click) {
        Optional<Course> course = programs.current().course(click.value());
        if (course.isEmpty() || course.get().aids().isEmpty()) {
            slack.respondEphemeral(click, AidMessages.list(programs.current()));
            return;
        }
        send(click, course.get(), course.get().aids());
    }

    private void send(BlockAction click) {
        find(click.value())
                .ifPresentOrElse(
                        found -> send(click, found.course(), List.of(found.aid())),
                        () -> slack.respondEphemeral(click, AidMessages.notThere()));
    }

    private void send(BlockAction click, Course course, List<JobAid> aids) {
        String dm = slack.dmWith(click.person());
        aids.forEach(aid -> slack.post(dm, AidMessages.aid(course, aid), null));
        if (click.place() == null || !click.place().channel().equals(dm)) {
            slack.respondEphemeral(click, AidMessages.sent(aids.size()));
        }
    }

    private void ask(BlockAction click) {
        Optional<Found> found = find(click.value()).filter(known -> known.aid().isCalculator());
        if (found.isEmpty()) {
            slack.respondEphemeral(click, AidMessages.notThere());
            return;
        }
        slack.openModal(click.triggerId(), AidMessages.form(found.get().aid(), click.value()));
    }

    private SubmissionResponse calculate(ViewSubmission form) {
        Optional<Found> found = find(form.metadata());
        if (found.isEmpty()) {
            return SubmissionResponse.done(() -> slack.post(slack.dmWith(form.person()), AidMessages.notThere(), null));
        }
        JobAid aid = found.get().aid();
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, String> problems = new HashMap<>();
        for (JobAid.Input input : aid.inputs()) {
            TypedNumber typed = TypedNumber.read(form.input(input.name()).orElse(""), input.as());
            typed.problem().ifPresent(problem -> problems.put(input.name(), problem));
            values.put(input.name(), typed.value());
        }
        if (!problems.isEmpty()) {
            return new SubmissionResponse.Errors(problems);
        }
        try {
            SlackMessage result = AidMessages.result(found.get().course(), aid, values);
            return SubmissionResponse.done(() -> slack.post(slack.dmWith(form.person()), result, null));
        } catch (ArithmeticException noResult) {
            return SubmissionResponse.error(
                    aid.inputs().get(0).name(), "I can’t calculate a result from these numbers. Is one of them zero?");
        }
    }

    private Optional<Found> find(String value) {
        String[] parts = value.split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a job aid's value");
        }
        return programs.current()
                .course(parts[0])
                .flatMap(course -> course.aid(parts[1]).map(aid -> new Found(course, aid)));
    }
}
