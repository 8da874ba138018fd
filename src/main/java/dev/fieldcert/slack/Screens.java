package dev.fieldcert.slack;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.OwedMessage;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.slack.badge.BadgeScreens;
import dev.fieldcert.slack.drip.ContactMessages;
import dev.fieldcert.slack.drip.DueMessages;
import dev.fieldcert.slack.feedback.FeedbackMessages;
import dev.fieldcert.slack.journey.EnrollmentMessages;
import dev.fieldcert.slack.journey.JourneyMessages;
import dev.fieldcert.slack.lesson.LessonMessages;
import dev.fieldcert.slack.practical.PracticalMessages;
import dev.fieldcert.slack.practical.PracticalScreens;
import dev.fieldcert.slack.quiz.QuizMessages;
import dev.fieldcert.slack.quiz.ResultMessages;
import dev.fieldcert.slack.settings.PauseMessages;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the words for what is owed: from what was said to whom, to the screen that says it. */
@Component
public class Screens {

    private final Programs programs;
    private final PracticalScreens practicals;
    private final BadgeScreens badges;

    Screens(Programs programs, PracticalScreens practicals, BadgeScreens badges) {
        this.programs = programs;
        this.practicals = practicals;
        this.badges = badges;
    }

    /** The screen; empty when there is nothing left to say, because the world has moved on. */
    public Optional<Screen> of(OwedMessage owed, Learner learner, Instant now) {
        return owed.saying().match(new Words(learner, owed.since(), now));
    }

    private final class Words implements Saying.Cases<Optional<Screen>> {

        private final Learner learner;
        private final Instant decidedAt;
        private final Instant now;
        private final Program program = programs.current();

        Words(Learner learner, Instant decidedAt, Instant now) {
            this.learner = learner;
            this.decidedAt = decidedAt;
            this.now = now;
        }

        private When when() {
            return When.in(learner.profile().zone(), now);
        }

        private Optional<Screen> post(SlackMessage message) {
            return Optional.of(Screen.post(message));
        }

        @Override
        public Optional<Screen> welcome(Saying.Welcome saying) {
            return post(EnrollmentMessages.welcome(saying, program, when()));
        }

        @Override
        public Optional<Screen> card(Saying.Card saying) {
            return lesson(saying.course(), saying.objective())
                    .filter(found ->
                            saying.card() < found.objective().lesson().cards().size())
                    .map(found -> new Screen(
                            LessonMessages.card(found.course(), found.objective(), saying.card()), saying.place()));
        }

        @Override
        public Optional<Screen> cardDone(Saying.CardDone saying) {
            return lesson(saying.course(), saying.objective())
                    .filter(found ->
                            saying.card() < found.objective().lesson().cards().size())
                    .map(found -> new Screen(
                            LessonMessages.cardDone(found.course(), found.objective(), saying.card()), saying.place()));
        }

        private record Found(Course course, Objective objective) {}

        private Optional<Found> lesson(String courseId, String objectiveId) {
            return program
                    .course(courseId)
                    .flatMap(course -> course.objective(objectiveId).map(objective -> new Found(course, objective)));
        }

        @Override
        public Optional<Screen> asked(Saying.Asked saying) {
            Optional<Attempt> attempt = learner.attempt(saying.attempt());
            if (attempt.isEmpty() || attempt.get().position() != saying.index()) {
                return Optional.empty();
            }
            Attempt running = attempt.get();
            Attempt.Item item = running.items().get(saying.index());
            return at(running.version())
                    .flatMap(version -> version.course(saying.course()))
                    .flatMap(course -> course.question(item.question())
                            .map(question -> new Screen(
                                    QuizMessages.asked(
                                            course,
                                            running,
                                            saying.index(),
                                            question,
                                            learner.preferences().askConfidence()),
                                    saying.place())));
        }

        @Override
        public Optional<Screen> marked(Saying.Marked saying) {
            if (saying.place() == null) {
                return markedText(saying).map(Screen::post);
            }
            return markedText(saying).map(message -> new Screen(message, saying.place()));
        }

        private Optional<SlackMessage> markedText(Saying.Marked saying) {
            return at(saying.version())
                    .flatMap(version -> version.course(saying.course()))
                    .flatMap(course -> course.question(saying.item().question())
                            .map(question -> QuizMessages.marked(
                                    course, saying.kind(), saying.item(), question, saying.number(), saying.of())));
        }

        @Override
        public Optional<Screen> ended(Saying.Ended saying) {
            ResultMessages.Asked asked = id -> question(saying, id);
            return at(saying.result().version())
                    .flatMap(version -> version.course(saying.result().course()))
                    .map(course -> Screen.post(ResultMessages.ended(saying.result(), course, asked, when())));
        }

        private Optional<Question> question(Saying.Ended saying, String id) {
            return at(saying.result().version())
                    .flatMap(version -> version.question(saying.result().course(), id));
        }

        private Optional<Program> at(String version) {
            return programs.version(version);
        }

        @Override
        public Optional<Screen> nextUp(Saying.NextUp saying) {
            return program
                    .course(saying.course())
                    .flatMap(course -> learner.course(course.id())
                            .map(progress -> Screen.post(
                                    JourneyMessages.nextUp(course, NextStep.of(progress, course, now), when()))));
        }

        @Override
        public Optional<Screen> badgeEarned(Saying.BadgeEarned saying) {
            return badge(saying.badge())
                    .map(badge -> Screen.post(badges.earned(saying, badge, program.title(), when())));
        }

        @Override
        public Optional<Screen> badgeAnnounced(Saying.BadgeAnnounced saying) {
            return badge(saying.badge())
                    .map(badge -> Screen.post(badges.announced(saying, badge, program.title(), learner.id())));
        }

        private Optional<BadgeDefinition> badge(String id) {
            return program.badge(id);
        }

        @Override
        public Optional<Screen> feedback(Saying.Feedback saying) {
            return post(FeedbackMessages.posted(learner.id(), saying.text()));
        }

        @Override
        public Optional<Screen> handedIn(Saying.HandedIn saying) {
            return lesson(saying.course(), saying.objective())
                    .map(found -> Screen.post(
                            PracticalMessages.handedIn(found.course(), found.objective(), saying.number())));
        }

        @Override
        public Optional<Screen> reviewAsked(Saying.ReviewAsked saying) {
            return practicals.reviewAsked(saying, learner).map(Screen::post);
        }

        @Override
        public Optional<Screen> reviewed(Saying.Reviewed saying) {
            return practicals.reviewed(saying, learner).map(Screen::post);
        }

        @Override
        public Optional<Screen> contact(Saying.Contact saying) {
            return ContactMessages.contact(saying, decidedAt, learner, program, now)
                    .map(Screen::post);
        }

        @Override
        public Optional<Screen> overdue(Saying.Overdue saying) {
            return program
                    .course(saying.course())
                    .map(course -> Screen.post(JourneyMessages.overdue(learner.id(), course, saying.due(), when())));
        }

        @Override
        public Optional<Screen> word(Saying.Word saying) {
            return post(JourneyMessages.word(saying));
        }

        @Override
        public Optional<Screen> changed(Saying.Changed saying) {
            return post(JourneyMessages.changed(saying, program));
        }

        @Override
        public Optional<Screen> laterDueWished(Saying.LaterDueWished saying) {
            return program
                    .course(saying.course())
                    .filter(course -> learner.course(course.id())
                            .flatMap(progress -> progress.due())
                            .filter(saying.due()::equals)
                            .isPresent())
                    .map(course -> Screen.post(DueMessages.wished(saying, learner.id(), course, when())));
        }

        @Override
        public Optional<Screen> outOfReach(Saying.OutOfReach saying) {
            return post(PauseMessages.outOfReach(saying.days()));
        }
    }
}
