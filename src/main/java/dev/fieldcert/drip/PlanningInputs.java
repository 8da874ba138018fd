package dev.fieldcert.drip;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ReviewItem;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Retention;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the planning input from a learner's document. */
public final class PlanningInputs {

    private PlanningInputs() {}

    public static PlanningInput of(Learner learner, Program program, Optional<DoNotDisturb> dnd, Instant now) {
        return new PlanningInput(
                learner.id(),
                learner.profile().zone(),
                learner.preferences(),
                dnd,
                backlog(learner, program, now),
                learner.contact(),
                now);
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
        return new Backlog(courses, retrieval(learner, program, now));
    }

    private static Optional<Backlog.Retrieval> retrieval(Learner learner, Program program, Instant now) {
        List<String> left = learner.notRetrieved();
        return learner.retention()
                .next(
                        learner.preferences().retrieval(),
                        memory -> !left.contains(memory.course())
                                && objective(memory, program)
                                        .filter(known ->
                                                !known.retrievalToDraw().isEmpty())
                                        .isPresent(),
                        learner.dayOf(now))
                .flatMap(next -> objective(next.memory(), program).map(objective -> retrieval(next, objective)));
    }

    private static Optional<Objective> objective(ObjectiveMemory memory, Program program) {
        return program.course(memory.course()).flatMap(course -> course.objective(memory.objective()));
    }

    private static Backlog.Retrieval retrieval(Retention.Next next, Objective objective) {
        String course = next.memory().course();
        LearningTask task = LearningTask.next(
                LearningTask.Kind.RETRIEVAL,
                course,
                TaskId.retrieval(course, objective.id(), next.from()),
                objective.title());
        return new Backlog.Retrieval(task, objective.id(), next.from(), next.isPressing());
    }

    /**
     * Courses of a path that wait for an earlier one: every current course of the path except the first, unless the
     * learner has started it.
     */
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
        ContactState known = learner.contact();
        List<LearningTask> work = new ArrayList<>();
        NextStep step = NextStep.of(progress, course, now);
        if (step instanceof NextStep.AnswerNow running) {
            Attempt attempt = running.attempt();
            TaskId id = TaskId.question(course.id(), attempt.id(), attempt.position());
            work.add(LearningTask.open(
                    LearningTask.Kind.QUESTION, course.id(), id, course.title(), progress.touchedAt()));
        } else if (step instanceof NextStep.ReadLesson lesson) {
            TaskId id = TaskId.lesson(course.id(), lesson.objective().id());
            boolean begun = progress.objective(lesson.objective().id()).state() == ObjectiveProgress.State.LEARNING;
            Instant since = known.openedAt(id).orElse(begun ? progress.touchedAt() : null);
            work.add(work(
                    LearningTask.Kind.LESSON,
                    course.id(),
                    id,
                    lesson.objective().title(),
                    since));
        } else if (step instanceof NextStep.TestOutOrLearn) {
            TaskId id = TaskId.testOut(course.id());
            work.add(work(
                    LearningTask.Kind.LESSON,
                    course.id(),
                    id,
                    course.title(),
                    known.openedAt(id).orElse(null)));
        } else if (step instanceof NextStep.TakeCheck) {
            TaskId id = TaskId.check(course.id(), progress.checksTaken());
            work.add(work(
                    LearningTask.Kind.CHECK,
                    course.id(),
                    id,
                    course.title(),
                    known.openedAt(id).orElse(null)));
        } else if (step instanceof NextStep.WaitForCheck wait) {
            TaskId id = TaskId.check(course.id(), progress.checksTaken());
            work.add(LearningTask.availableFrom(
                    LearningTask.Kind.CHECK, course.id(), id, course.title(), wait.opensAt()));
        } else if (step instanceof NextStep.Submission submission) {
            work.add(assignment(progress, course, submission, known));
        }
        if (!(step instanceof NextStep.AnswerNow)) {
            review(progress, course, known, now).ifPresent(work::add);
        }
        return work;
    }

    private static LearningTask assignment(
            CourseProgress progress, Course course, NextStep.Submission submission, ContactState known) {
        Objective objective = submission.objective();
        int version = progress.objective(objective.id()).submissions();
        TaskId id = TaskId.assignment(course.id(), objective.id(), version);
        String title = objective.assignment().orElseThrow().title();
        return work(
                submission.returned() ? LearningTask.Kind.ASSIGNMENT_RETURNED : LearningTask.Kind.ASSIGNMENT,
                course.id(),
                id,
                title,
                known.openedAt(id).orElse(null));
    }

    /** The review of missed questions, which is offered when it is due, in addition to the next step. */
    private static Optional<LearningTask> review(
            CourseProgress progress, Course course, ContactState known, Instant now) {
        return progress.reviewItems(course).stream()
                .min(Comparator.comparing(ReviewItem::due))
                .map(first -> {
                    TaskId id = TaskId.review(course.id(), first.due().getEpochSecond());
                    return first.due().isAfter(now)
                            ? LearningTask.availableFrom(
                                    LearningTask.Kind.REVIEW, course.id(), id, course.title(), first.due())
                            : work(
                                    LearningTask.Kind.REVIEW,
                                    course.id(),
                                    id,
                                    course.title(),
                                    known.openedAt(id).orElse(null));
                });
    }

    private static LearningTask work(
            LearningTask.Kind kind, String course, TaskId id, String title, Instant openSince) {
        return new LearningTask(kind, course, id, title, openSince, null);
    }

    /** Drops the state of work that is no longer in the backlog, and the due dates of finished courses. */
    static ContactState current(ContactState state, Backlog backlog) {
        Set<TaskId> work = backlog.courses().stream()
                .flatMap(course -> course.work().stream())
                .map(LearningTask::id)
                .collect(Collectors.toSet());
        Set<String> courses =
                backlog.courses().stream().map(CourseWork::courseId).collect(Collectors.toSet());
        return state.keeping(work, courses);
    }
}
