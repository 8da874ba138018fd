package dev.fieldcert.slack.rendering;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.HasOutbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.slack.admin.record.RoleMessages;
import dev.fieldcert.slack.admin.rights.ErasureRequests;
import dev.fieldcert.slack.admin.rights.RightsMessages;
import dev.fieldcert.slack.admin.roster.RosterFeedMessages;
import dev.fieldcert.slack.admin.roster.RosterStates;
import dev.fieldcert.slack.assignment.AssignmentMessages;
import dev.fieldcert.slack.assignment.AssignmentRenderer;
import dev.fieldcert.slack.badge.BadgeDigestMessages;
import dev.fieldcert.slack.badge.BadgeRenderer;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.drip.ContactMessages;
import dev.fieldcert.slack.drip.DueMessages;
import dev.fieldcert.slack.feedback.FeedbackMessages;
import dev.fieldcert.slack.journey.EnrollmentMessages;
import dev.fieldcert.slack.journey.JourneyMessages;
import dev.fieldcert.slack.lesson.LessonRenderer;
import dev.fieldcert.slack.quiz.DecidedMessages;
import dev.fieldcert.slack.quiz.QuizMessages;
import dev.fieldcert.slack.quiz.ResultMessages;
import dev.fieldcert.slack.retention.RetrievalMessages;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.settings.PauseMessages;
import dev.fieldcert.slack.task.TaskMessages;
import dev.fieldcert.slack.team.TeamRenderer;
import dev.fieldcert.team.admin.Roles;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders each notification as the Slack message for its recipient. */
@Component
public class NotificationRenderer {

    private static final int ERASURE_REQUESTS = 20;

    private final Programs programs;
    private final LessonRenderer lessons;
    private final AssignmentRenderer assignments;
    private final BadgeRenderer badges;
    private final TeamRenderer team;
    private final Roles roles;
    private final ErasureRequests requests;
    private final RosterStates roster;

    NotificationRenderer(
            Programs programs,
            LessonRenderer lessons,
            AssignmentRenderer assignments,
            BadgeRenderer badges,
            TeamRenderer team,
            Roles roles,
            ErasureRequests requests,
            RosterStates roster) {
        this.programs = programs;
        this.lessons = lessons;
        this.assignments = assignments;
        this.badges = badges;
        this.team = team;
        this.roles = roles;
        this.requests = requests;
        this.roster = roster;
    }

    /**
     * Returns the Slack message; empty if the notification is no longer needed.
     *
     * @param owner the owner of the outbox: a learner, or a recipient without a learner record
     */
    public Optional<RenderedMessage> render(OutboxMessage message, HasOutbox owner, Instant now) {
        Learner learner = owner instanceof Learner known ? known : null;
        return ((Notification) message.content()).match(new Words(learner, message.createdAt(), now));
    }

    private final class Words implements Notification.Cases<Optional<RenderedMessage>> {

        /** Null if the outbox is not a learner's. */
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
            return When.in(learner.profile().zone(), learner.profile().locale(), now);
        }

        private Optional<RenderedMessage> post(SlackMessage message) {
            return Optional.of(RenderedMessage.post(message));
        }

        @Override
        public Optional<RenderedMessage> welcome(Notification.Welcome notification) {
            return post(EnrollmentMessages.welcome(notification, program, when()));
        }

        @Override
        public Optional<RenderedMessage> card(Notification.Card notification) {
            return lesson(notification.course(), notification.objective())
                    .filter(found -> notification.card()
                            < found.objective().lesson().cards().size())
                    .map(found -> new RenderedMessage(
                            lessons.card(found.course(), found.objective(), notification.card()),
                            notification.place()));
        }

        @Override
        public Optional<RenderedMessage> cardDone(Notification.CardDone notification) {
            return lesson(notification.course(), notification.objective())
                    .filter(found -> notification.card()
                            < found.objective().lesson().cards().size())
                    .map(found -> new RenderedMessage(
                            lessons.cardDone(found.course(), found.objective(), notification.card()),
                            notification.place(),
                            false));
        }

        private record Found(Course course, Objective objective) {}

        private Optional<Found> lesson(String courseId, String objectiveId) {
            return program.course(courseId)
                    .flatMap(course -> course.objective(objectiveId).map(objective -> new Found(course, objective)));
        }

        @Override
        public Optional<RenderedMessage> asked(Notification.Asked notification) {
            Optional<Attempt> attempt = learner.attempt(notification.attempt());
            if (attempt.isEmpty() || attempt.get().position() != notification.index()) {
                return Optional.empty();
            }
            Attempt running = attempt.get();
            Attempt.Item item = running.items().get(notification.index());
            return at(running.version())
                    .flatMap(version -> version.course(notification.course()))
                    .flatMap(course -> course.question(item.question())
                            .map(question -> new RenderedMessage(
                                    running.kind() == Attempt.Kind.RETRIEVAL
                                            ? RetrievalMessages.asked(course, running, question)
                                            : QuizMessages.asked(
                                                    course,
                                                    running,
                                                    notification.index(),
                                                    question,
                                                    learner.preferences().askConfidence()),
                                    notification.place())));
        }

        @Override
        public Optional<RenderedMessage> graded(Notification.Graded notification) {
            if (notification.place() == null) {
                return gradedText(notification).map(RenderedMessage::post);
            }
            return gradedText(notification).map(message -> new RenderedMessage(message, notification.place()));
        }

        private Optional<SlackMessage> gradedText(Notification.Graded notification) {
            return at(notification.version())
                    .flatMap(version -> version.course(notification.course()))
                    .flatMap(course -> course.question(notification.item().question())
                            .map(question -> QuizMessages.graded(
                                    course,
                                    notification.attempt(),
                                    notification.kind(),
                                    notification.item(),
                                    question,
                                    notification.number(),
                                    notification.of(),
                                    notification.more() == null ? 0 : notification.more())));
        }

        @Override
        public Optional<RenderedMessage> recalled(Notification.Recalled notification) {
            return at(notification.version())
                    .flatMap(version -> version.course(notification.course()))
                    .flatMap(course -> course.question(notification.item().question())
                            .map(question -> new RenderedMessage(
                                    RetrievalMessages.graded(
                                            course,
                                            notification.attempt(),
                                            notification.item(),
                                            question,
                                            learner,
                                            when()),
                                    notification.place())));
        }

        @Override
        public Optional<RenderedMessage> ended(Notification.Ended notification) {
            return at(notification.result().version())
                    .flatMap(version -> version.course(notification.result().course()))
                    .map(course -> RenderedMessage.post(ResultMessages.ended(notification.result(), course, when())));
        }

        private Optional<Program> at(String version) {
            return programs.version(version);
        }

        @Override
        public Optional<RenderedMessage> nextUp(Notification.NextUp notification) {
            return program.course(notification.course())
                    .flatMap(course -> learner.course(course.id())
                            .map(progress -> RenderedMessage.post(
                                    JourneyMessages.nextUp(course, NextStep.of(progress, course, now), when()))));
        }

        @Override
        public Optional<RenderedMessage> badgeEarned(Notification.BadgeEarned notification) {
            return badge(notification.badge())
                    .map(badge -> RenderedMessage.post(badges.earned(notification, badge, program, when())));
        }

        @Override
        public Optional<RenderedMessage> badgeAnnounced(Notification.BadgeAnnounced notification) {
            return badge(notification.badge())
                    .map(badge ->
                            RenderedMessage.post(badges.announced(notification, badge, program.title(), learner.id())));
        }

        private Optional<BadgeDefinition> badge(String id) {
            return program.badge(id);
        }

        @Override
        public Optional<RenderedMessage> feedback(Notification.Feedback notification) {
            return post(FeedbackMessages.posted(learner.id(), notification.text()));
        }

        @Override
        public Optional<RenderedMessage> submitted(Notification.Submitted notification) {
            return lesson(notification.course(), notification.objective())
                    .map(found -> RenderedMessage.post(
                            AssignmentMessages.submitted(found.course(), found.objective(), notification.number())));
        }

        @Override
        public Optional<RenderedMessage> reviewAsked(Notification.ReviewAsked notification) {
            return assignments.reviewAsked(notification, learner).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> reviewed(Notification.Reviewed notification) {
            return assignments.reviewed(notification, learner).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> contact(Notification.Contact notification) {
            if (ContactMessages.isRetrieval(notification)) {
                return retrieval(notification);
            }
            return ContactMessages.contact(notification, decidedAt, learner, program, now)
                    .map(RenderedMessage::post);
        }

        private Optional<RenderedMessage> retrieval(Notification.Contact notification) {
            if (ContactMessages.isOvertaken(learner, decidedAt)) {
                return Optional.empty();
            }
            return learner.retrieval()
                    .flatMap(open -> at(open.version())
                            .flatMap(version -> version.course(open.course()))
                            .flatMap(course -> course.question(
                                            open.items().get(0).question())
                                    .map(question -> RenderedMessage.post(RetrievalMessages.contact(
                                            course, open, question, ContactMessages.dueDates(notification))))));
        }

        @Override
        public Optional<RenderedMessage> overdue(Notification.Overdue notification) {
            return program.course(notification.course())
                    .map(course -> RenderedMessage.post(
                            JourneyMessages.overdue(learner.id(), course, notification.due(), when())));
        }

        @Override
        public Optional<RenderedMessage> managerNote(Notification.ManagerNote notification) {
            return post(JourneyMessages.managerNote(notification));
        }

        @Override
        public Optional<RenderedMessage> taskFinished(Notification.TaskFinished notification) {
            return task(notification.course(), notification.task())
                    .map(found -> RenderedMessage.post(TaskMessages.finished(
                            found,
                            found.task().orElseThrow(),
                            notification.answer(),
                            notification.met(),
                            notification.manager())));
        }

        @Override
        public Optional<RenderedMessage> taskShared(Notification.TaskShared notification) {
            return task(notification.course(), notification.task())
                    .map(found -> RenderedMessage.post(TaskMessages.shared(
                            learner.id(), found.task().orElseThrow(), notification.answer(), notification.met())));
        }

        private Optional<Course> task(String course, String task) {
            return program.course(course)
                    .filter(known ->
                            known.task().filter(each -> each.id().equals(task)).isPresent());
        }

        @Override
        public Optional<RenderedMessage> changed(Notification.Changed notification) {
            return post(JourneyMessages.changed(notification, program));
        }

        @Override
        public Optional<RenderedMessage> laterDueRequested(Notification.LaterDueRequested notification) {
            return program.course(notification.course())
                    .filter(course -> learner.course(course.id())
                            .flatMap(progress -> progress.due())
                            .filter(notification.due()::equals)
                            .isPresent())
                    .map(course ->
                            RenderedMessage.post(DueMessages.requested(notification, learner.id(), course, when())));
        }

        @Override
        public Optional<RenderedMessage> roleGiven(Notification.RoleGiven notification) {
            return roles.of(notification.person())
                    .filter(role -> role.name().equalsIgnoreCase(notification.role()))
                    .map(role -> RenderedMessage.post(RoleMessages.given(role, notification.by())));
        }

        @Override
        public Optional<RenderedMessage> standsIn(Notification.StandsIn notification) {
            return team.standsIn(notification).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> stoodIn(Notification.StoodIn notification) {
            return team.stoodIn(notification).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> delegateChosen(Notification.DelegateChosen notification) {
            return team.delegateChosen(notification).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> erasureRequested(Notification.ErasureRequested notification) {
            return Optional.of(requests.open(ERASURE_REQUESTS))
                    .filter(open -> !open.isEmpty())
                    .map(open -> RenderedMessage.post(RightsMessages.requested(open)));
        }

        @Override
        public Optional<RenderedMessage> channelOutOfReach(Notification.ChannelOutOfReach notification) {
            return post(ErrorMessages.channelOutOfReach(notification.what(), notification.error()));
        }

        @Override
        public Optional<RenderedMessage> appRefused(Notification.AppRefused notification) {
            return post(ErrorMessages.appRefused(notification.error(), notification.scope()));
        }

        @Override
        public Optional<RenderedMessage> rosterNews(Notification.RosterNews notification) {
            return post(RosterFeedMessages.status(roster.get()));
        }

        @Override
        public Optional<RenderedMessage> weeklyDigest(Notification.WeeklyDigest notification) {
            return team.digest(notification, now).map(RenderedMessage::post);
        }

        @Override
        public Optional<RenderedMessage> badgeDigest(Notification.BadgeDigest notification) {
            return post(BadgeDigestMessages.badges(notification.lines().stream()
                    .map(line -> new BadgeDigestMessages.Line(
                            line.learner(),
                            badge(line.badge()).map(BadgeDefinition::name).orElse(line.badge())))
                    .toList()));
        }

        @Override
        public Optional<RenderedMessage> outOfReach(Notification.OutOfReach notification) {
            return post(PauseMessages.outOfReach(notification.days()));
        }

        @Override
        public Optional<RenderedMessage> itemDecided(Notification.ItemDecided notification) {
            return at(notification.version())
                    .flatMap(version -> version.course(notification.course()))
                    .flatMap(course -> course.question(notification.question())
                            .map(question ->
                                    RenderedMessage.post(DecidedMessages.decided(notification, course, question))));
        }
    }
}
