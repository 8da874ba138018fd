package dev.fieldcert.learner.lesson;

import static dev.fieldcert.learner.SmallCourse.COURSE;
import static dev.fieldcert.learner.SmallCourse.FIRST;
import static dev.fieldcert.learner.SmallCourse.OTHER;
import static dev.fieldcert.learner.SmallCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading lessons, and what comes next. */
class LessonTest {

    private static final String ADA = "U0ADA";
    private static final Notification.MessageRef PLACE = new Notification.MessageRef("D1", "1.2");

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final Programs programs = SmallCourse.taught();
    private final OpenLesson open = new OpenLesson(learners, programs, clock);
    private final ContinueLearning learning = new ContinueLearning(learners, programs, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    private CourseProgress enrolled(String course) {
        ada.enrollInCourse(course, ADA, null, clock.instant());
        return ada.course(course).orElseThrow();
    }

    private String current() {
        return learning.current(ada, clock.instant()).map(Course::id).orElse("");
    }

    @Test
    void aCardIsShownInPlaceAndItsObjectiveBegun() {
        CourseProgress progress = enrolled(COURSE);
        clock.advance(Duration.ofMinutes(1));

        assertThat(open.open(ADA, COURSE, FIRST, 1, PLACE).result()).isEqualTo(new OpenLesson.Outcome.Shown());

        assertThat(learners.told(ADA)).containsExactly(new Notification.Card(COURSE, FIRST, 1, PLACE));
        assertThat(progress.objective(FIRST).state()).isEqualTo(State.LEARNING);
        assertThat(progress.objective(FIRST).card()).isEqualTo(1);
        assertThat(progress.touchedAt()).isEqualTo(clock.instant());
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
    }

    @Test
    void aCardThatIsNotThereIsNotShown() {
        enrolled(COURSE);
        var notThere = new OpenLesson.Outcome.NotThere();
        assertThat(open.open(ADA, COURSE, FIRST, 2, null).result()).isEqualTo(notThere);
        assertThat(open.open(ADA, COURSE, FIRST, -1, null).result()).isEqualTo(notThere);
        assertThat(open.open(ADA, COURSE, "gone", 0, null).result()).isEqualTo(notThere);
        assertThat(open.open(ADA, "gone", FIRST, 0, null).result()).isEqualTo(notThere);
        assertThat(open.open(ADA, OTHER, "talk", 0, null).result()).isEqualTo(notThere);
        assertThat(learners.told(ADA)).isEmpty();
    }

    @Test
    void aFinishedCoursesLessonsStayReadable() {
        CourseProgress progress = enrolled(COURSE);
        SomeLearners.checked(progress, 1, clock.instant());
        ada.complete(progress, "w1", clock.instant());

        assertThat(open.open(ADA, COURSE, FIRST, 0, null).result()).isEqualTo(new OpenLesson.Outcome.Shown());
    }

    @Test
    void nextReadsTheFirstLessonThatIsOpen() {
        CourseProgress progress = enrolled(COURSE);
        progress.learn(FIRST);
        progress.openCard(SECOND, 1);
        clock.advance(Duration.ofMinutes(1));

        assertThat(learning.next(ADA).result()).isEqualTo(new ContinueLearning.Outcome.Continues());

        assertThat(learners.told(ADA)).containsExactly(new Notification.Card(COURSE, SECOND, 1, null));
        assertThat(progress.touchedAt()).isEqualTo(clock.instant());
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
    }

    @Test
    void nextGoesOnWithTheRunningAttempt() {
        CourseProgress progress = enrolled(COURSE);
        Attempt.Item item = Attempt.Item.open("first-p1", FIRST, 1);
        progress.begin(
                new Attempt(
                        "a1-1", Attempt.Kind.PRACTICE, COURSE, FIRST, "v1", clock.instant(), List.of(item), List.of()),
                clock.instant());

        learning.next(ADA);

        assertThat(learners.told(ADA)).containsExactly(new Notification.Asked(COURSE, "a1-1", 0, null));
    }

    @Test
    void nextSaysWhatComesWhenItIsNoLesson() {
        CourseProgress progress = enrolled(COURSE);
        progress.learn(FIRST);
        progress.learn(SECOND);

        learning.next(ADA);

        assertThat(learners.told(ADA)).containsExactly(new Notification.NextUp(COURSE));
    }

    @Test
    void whoIsInNothingHasNothingNext() {
        assertThat(learning.next("U0EVE").result()).isEqualTo(new ContinueLearning.Outcome.NotEnrolled());
        CourseProgress progress = enrolled(COURSE);
        SomeLearners.checked(progress, 1, clock.instant());
        ada.complete(progress, "w1", clock.instant());
        assertThat(learning.next(ADA).result()).isEqualTo(new ContinueLearning.Outcome.AllDone());
        assertThat(learners.told(ADA)).isEmpty();
    }

    @Test
    void oneCourseCanBeGoneOnWith() {
        enrolled(COURSE);
        enrolled(OTHER);

        assertThat(learning.nextIn(ADA, OTHER).result()).isEqualTo(new ContinueLearning.Outcome.Continues());

        assertThat(learners.told(ADA)).containsExactly(new Notification.Card(OTHER, "talk", 0, null));
        assertThat(learning.nextIn(ADA, "gone").result()).isEqualTo(new ContinueLearning.Outcome.NoSuchCourse());
        assertThat(learning.nextIn("U0EVE", OTHER).result()).isEqualTo(new ContinueLearning.Outcome.NoSuchCourse());
    }

    @Test
    void theCourseToGoOnWithIsTheOneThatNeedsTheLearnerMost() {
        ada.enrollInCourse("gone", ADA, null, clock.instant());
        assertThat(current()).isEmpty();
        CourseProgress first = enrolled(COURSE);
        CourseProgress second = enrolled(OTHER);
        assertThat(current()).isEqualTo(COURSE);
        clock.advance(Duration.ofMinutes(1));
        second.touch(clock.instant());
        assertThat(current()).isEqualTo(OTHER);
        clock.advance(Duration.ofMinutes(1));
        first.touch(clock.instant());
        assertThat(current()).isEqualTo(COURSE);
        first.learn(FIRST);
        first.learn(SECOND);
        first.failCheck(List.of(), clock.instant().plusSeconds(60));
        assertThat(current()).isEqualTo(OTHER);
        first.begin(
                new Attempt("a1-1", Attempt.Kind.CHECK, COURSE, null, "v1", clock.instant(), List.of(), List.of()),
                clock.instant());
        assertThat(current()).isEqualTo(COURSE);
    }

    @Test
    void anEnrollmentBeginsWithItsFirstCourseOrElseWithWhatIsOpen() {
        enrolled(COURSE);
        enrolled(OTHER);
        learning.begin(ada, List.of(OTHER));
        assertThat(learners.told(ADA)).containsExactly(new Notification.Card(OTHER, "talk", 0, null));
        learning.begin(ada, List.of());
        assertThat(learners.told(ADA)).hasSize(1);
    }

    @Test
    void aScreenThatCameBeforeItWasAskedForIsTheAnswer() {
        enrolled(COURSE);
        Instant asked = clock.instant();
        clock.advance(Duration.ofSeconds(10));
        learning.next(ADA);
        ada.enqueue(new Notification.NextUp("x"), clock.instant());

        new RequestContext("early", asked).during(() -> learning.nextIn(ADA, COURSE));

        assertThat(learners.told(ADA)).hasSize(2);
    }
}
