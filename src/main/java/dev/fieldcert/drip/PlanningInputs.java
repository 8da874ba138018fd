package dev.fieldcert.drip;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.ContactState;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ReviewItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From a learner's document to the situation a plan is made in, and from a plan's history back to the document. */
public final class PlanningInputs {

    private PlanningInputs() {}

    public static PlanningInput of(Learner learner, Program program, Optional<DoNotDisturb> dnd, Instant now) {
        return new PlanningInput(
                learner.id(),
                preferences(learner),
                dnd,
                backlog(learner, program, now),
                history(learner.contact()),
                now);
    }

    public static Preferences preferences(Learner learner) {
        var chosen = learner.preferences();
        Optional<Pause> pause = chosen.stopped()
                ? Optional.of(Pause.untilResumed())
                : Optional.ofNullable(chosen.pausedUntil()).map(Pause::until);
        return new Preferences(
                chosen.hour(),
                WorkingHours.DEFAULT,
                chosen.days(),
                chosen.budget(),
                learner.profile().zone(),
                chosen.country(),
                chosen.daysOff().stream().map(DaysOff::on).toList(),
                pause);
    }

    private static Backlog backlog(Learner learner, Program program, Instant now) {
        List<CourseWork> courses = new ArrayList<>();
        Set<String> held = laterInPath(learner, program);
        for (CourseProgress progress : learner.courses()) {
            program.course(progress.course())
                    .filter(course -> !course.coming())
                    .ifPresent(course -> courses.add(new CourseWork(
                            course.id(),
                            course.title(),
                            progress.due(),
                            remaining(progress, course),
                            held.contains(course.id()) ? List.of() : work(learner, progress, course, now))));
        }
        return new Backlog(courses);
    }

    /** Courses of a path that wait for the one before them: untouched ones after the first that can be worked on. */
    private static Set<String> laterInPath(Learner learner, Program program) {
        Set<String> held = new HashSet<>();
        learner.paths()
                .forEach(path -> program.path(path.path()).ifPresent(known -> {
                    List<String> open = known.courses().stream()
                            .filter(course -> learner.course(course).isPresent())
                            .toList();
                    for (int i = 1; i < open.size(); i++) {
                        if (learner.course(open.get(i))
                                .orElseThrow()
                                .startedAt()
                                .isEmpty()) {
                            held.add(open.get(i));
                        }
                    }
                }));
        return held;
    }

    private static int remaining(CourseProgress progress, Course course) {
        long lessons = course.objectives().stream()
                .filter(objective -> !progress.renewal()
                        && !progress.objective(objective.id()).state().isThrough())
                .count();
        int check = progress.checkPassedAt().isPresent() ? 0 : 1;
        return (int) lessons + check + progress.assignmentsOpen(course).size();
    }

    private static List<LearningTask> work(Learner learner, CourseProgress progress, Course course, Instant now) {
        Map<String, Instant> opened = learner.contact().opened();
        List<LearningTask> work = new ArrayList<>();
        NextStep step = NextStep.of(progress, course, now);
        if (step instanceof NextStep.AnswerNow running) {
            Attempt attempt = running.attempt();
            String id = course.id() + "|" + attempt.id() + ":" + attempt.position();
            work.add(LearningTask.open(LearningTask.Kind.QUESTION, id, course.title(), progress.touchedAt()));
        } else if (step instanceof NextStep.ReadLesson lesson) {
            String id = course.id() + "|lesson:" + lesson.objective().id();
            boolean begun = progress.objective(lesson.objective().id()).state() == ObjectiveProgress.State.LEARNING;
            Instant since = opened.getOrDefault(id, begun ? progress.touchedAt() : null);
            work.add(work(LearningTask.Kind.LESSON, id, lesson.objective().title(), since));
        } else if (step instanceof NextStep.TestOutOrLearn) {
            String id = course.id() + "|test-out";
            work.add(work(LearningTask.Kind.LESSON, id, course.title(), opened.get(id)));
        } else if (step instanceof NextStep.TakeCheck) {
            String id = course.id() + "|check:" + progress.checksTaken();
            work.add(work(LearningTask.Kind.CHECK, id, course.title(), opened.get(id)));
        } else if (step instanceof NextStep.WaitForCheck wait) {
            String id = course.id() + "|check:" + progress.checksTaken();
            work.add(LearningTask.availableFrom(LearningTask.Kind.CHECK, id, course.title(), wait.opensAt()));
        } else if (step instanceof NextStep.Submission submission) {
            work.add(assignment(progress, course, submission, opened));
        }
        if (!(step instanceof NextStep.AnswerNow)) {
            review(progress, course, opened, now).ifPresent(work::add);
        }
        return work;
    }

    private static LearningTask assignment(
            CourseProgress progress, Course course, NextStep.Submission submission, Map<String, Instant> opened) {
        Objective objective = submission.objective();
        int version = progress.objective(objective.id()).submissions();
        String id = course.id() + "|assignment:" + objective.id() + ":" + version;
        String title = objective.assignment().orElseThrow().title();
        return work(
                submission.returned() ? LearningTask.Kind.ASSIGNMENT_RETURNED : LearningTask.Kind.ASSIGNMENT,
                id,
                title,
                opened.get(id));
    }

    /** Missed questions come back when they are due, beside whatever else is next. */
    private static Optional<LearningTask> review(
            CourseProgress progress, Course course, Map<String, Instant> opened, Instant now) {
        return progress.reviewItems().stream()
                .min(Comparator.comparing(ReviewItem::due))
                .map(first -> {
                    String id = course.id() + "|review:" + first.due().getEpochSecond();
                    return first.due().isAfter(now)
                            ? LearningTask.availableFrom(LearningTask.Kind.REVIEW, id, course.title(), first.due())
                            : work(LearningTask.Kind.REVIEW, id, course.title(), opened.get(id));
                });
    }

    private static LearningTask work(LearningTask.Kind kind, String id, String title, Instant openSince) {
        return openSince == null ? LearningTask.next(kind, id, title) : LearningTask.open(kind, id, title, openSince);
    }

    private static History history(ContactState state) {
        Map<String, Reminders> reminders = state.reminders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Reminders(
                                entry.getValue().count(), entry.getValue().at())));
        return new History(
                state.contacts(),
                Optional.ofNullable(state.lastSent()).map(LearningTask.Kind::valueOf),
                reminders,
                Optional.ofNullable(state.lastAction()),
                state.snoozedUntil() == null
                        ? Optional.empty()
                        : Optional.of(new Snoozed(state.snoozedAt(), state.snoozedUntil())),
                Optional.ofNullable(state.waitingSince()),
                Optional.ofNullable(state.askedToGoOn()),
                state.command(),
                state.covered());
    }

    /**
     * What the document keeps of a history: reminders and openings of work that is still on the agenda, and nothing said
     * about due dates of courses that are over.
     */
    public static ContactState remembered(
            History history, ContactState before, PlanningInput input, Optional<LearningTask> sent) {
        Set<String> current = input.backlog().courses().stream()
                .flatMap(course -> course.work().stream())
                .map(LearningTask::id)
                .collect(Collectors.toSet());
        Map<String, ContactState.Reminded> reminders = new HashMap<>();
        history.reminders().forEach((id, count) -> {
            if (current.contains(id)) {
                reminders.put(id, new ContactState.Reminded(count.count(), count.last()));
            }
        });
        Map<String, Instant> opened = new HashMap<>(before.opened());
        sent.ifPresent(work -> opened.putIfAbsent(work.id(), input.now()));
        opened.keySet().retainAll(current);
        Set<String> courses =
                input.backlog().courses().stream().map(CourseWork::courseId).collect(Collectors.toSet());
        Set<String> command = history.command().stream()
                .filter(key -> courses.contains(key.substring(0, Math.max(0, key.indexOf('@')))))
                .collect(Collectors.toSet());
        return new ContactState(
                history.contacts(),
                history.lastSent().map(LearningTask.Kind::name).orElse(null),
                reminders,
                history.lastAction().orElse(null),
                history.snoozed().map(Snoozed::at).orElse(null),
                history.snoozed().map(Snoozed::until).orElse(null),
                history.waitingSince().orElse(null),
                history.askedToGoOn().orElse(null),
                command,
                opened,
                before.why(),
                before.whyAt(),
                before.sentWhy(),
                before.sentAt(),
                history.covered());
    }

    /** The course a piece of work belongs to. */
    public static String courseOf(LearningTask work) {
        return work.id().substring(0, work.id().indexOf('|'));
    }
}
