package dev.fieldcert.learner;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The content of a message. It holds data only; package {@code slack} turns it into text. It is stored in an outbox
 * until it is sent, so each kind has an alias that survives a rename. {@link Document} makes Spring Data learn the
 * alias before its first read.
 */
public sealed interface Notification extends MessageContent {

    <R> R match(Cases<R> cases);

    @Override
    default Recipient recipient() {
        return new Recipient.Learner();
    }

    /** A message in a conversation that can be replaced. */
    record MessageRef(String channel, String ts) {}

    /** To the learner: somebody else enrolled them. {@code path} is null for a single course. */
    @Document
    @TypeAlias("welcome")
    record Welcome(String path, List<String> courses, String by, LocalDate due) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.welcome(this);
        }
    }

    /** A lesson card. It replaces the message at {@code place}, unless that is null. */
    @Document
    @TypeAlias("card")
    record Card(String course, String objective, int card, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.card(this);
        }
    }

    /** A lesson card whose questions have started. It replaces the card without its "I'm ready" button. */
    @Document
    @TypeAlias("card-done")
    record CardDone(String course, String objective, int card, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cardDone(this);
        }
    }

    /**
     * A question of the running attempt, in a new message. Only a scenario's next scene replaces a message, the one at
     * {@code place}; otherwise, {@code place} is null.
     */
    @Document
    @TypeAlias("asked")
    record Asked(String course, String attempt, int index, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.asked(this);
        }
    }

    /**
     * An answered question with its grade. It replaces the question's message.
     *
     * @param attempt null in messages from before 2026-12
     * @param of the number of questions in the run when this one was answered; in a check or test-out, the maximum
     *     number
     * @param more the number of questions that this answer added to the run; null if there are none
     */
    @Document
    @TypeAlias("graded")
    record Graded(
            String course,
            String attempt,
            Attempt.Kind kind,
            String version,
            Attempt.Item item,
            int number,
            int of,
            Integer more,
            MessageRef place)
            implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.graded(this);
        }
    }

    /**
     * An answered retrieval question. It replaces the question's message.
     *
     * @param attempt null in messages from before 2026-12
     */
    @Document
    @TypeAlias("recalled")
    record Recalled(String course, String attempt, String version, Attempt.Item item, MessageRef place)
            implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recalled(this);
        }
    }

    /** The end of an attempt. */
    @Document
    @TypeAlias("ended")
    record Ended(AttemptResult result) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** The next step in a course, as of the time of sending. */
    @Document
    @TypeAlias("next-up")
    record NextUp(String course) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nextUp(this);
        }
    }

    /** To the learner: they earned a badge. */
    @Document
    @TypeAlias("badge-earned")
    record BadgeEarned(String badge, String award, double score, Instant startedAt, Instant earnedAt)
            implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badgeEarned(this);
        }
    }

    /** To the team: the learner earned a badge. */
    @Document
    @TypeAlias("badge-announced")
    record BadgeAnnounced(String badge, String award, Instant startedAt, Instant earnedAt) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.BadgeChannel();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badgeAnnounced(this);
        }
    }

    /** To the program's owners: feedback. */
    @Document
    @TypeAlias("feedback")
    record Feedback(String text) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.FeedbackChannel();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.feedback(this);
        }
    }

    /** To the learner: the assignment was received and is waiting for review. */
    @Document
    @TypeAlias("submitted")
    record Submitted(String course, String objective, String submission, int number) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.submitted(this);
        }
    }

    /** To the reviewer, or to the admins if {@code reviewer} is null: an assignment to review. */
    @Document
    @TypeAlias("review-asked")
    record ReviewAsked(String reviewer, String course, String objective, String submission, boolean again)
            implements Notification {
        @Override
        public Recipient recipient() {
            return reviewer == null ? new Recipient.Admins() : new Recipient.Person(reviewer);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reviewAsked(this);
        }
    }

    /** To the learner: the assignment was reviewed. */
    @Document
    @TypeAlias("reviewed")
    record Reviewed(String course, String objective, String submission) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reviewed(this);
        }
    }

    /**
     * To the learner, unprompted: the next task. The first line names the task, because the lock screen shows only
     * that line.
     *
     * @param due due dates to mention in the contact
     * @param atRisk due dates that cannot be met at this pace; the contact offers choices for them
     */
    @Document
    @TypeAlias("contact")
    record Contact(ContactContent content, List<DueNotice> due, List<DueAtRisk> atRisk) implements Notification {

        /** A contact that was not sent in time is dropped, and planned again. */
        @Override
        public boolean isForNowOnly() {
            return true;
        }

        public Contact {
            due = due == null ? List.of() : List.copyOf(due);
            atRisk = atRisk == null ? List.of() : List.copyOf(atRisk);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contact(this);
        }
    }

    /** To the manager: a due date has passed. */
    @Document
    @TypeAlias("overdue")
    record Overdue(String manager, String course, LocalDate due) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(manager);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.overdue(this);
        }
    }

    /**
     * A practice task, to the learner who wrote it.
     *
     * @param met indexes of the criteria that the learner finds met, 0-based
     * @param manager who gets a copy; null if nobody does
     */
    @Document
    @TypeAlias("task-finished")
    record TaskFinished(String course, String task, String answer, List<Integer> met, String manager)
            implements Notification {

        public TaskFinished {
            met = List.copyOf(met);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.taskFinished(this);
        }
    }

    /** A practice task, to the learner's manager. */
    @Document
    @TypeAlias("task-shared")
    record TaskShared(String manager, String course, String task, String answer, List<Integer> met)
            implements Notification {

        public TaskShared {
            met = List.copyOf(met);
        }

        @Override
        public Recipient recipient() {
            return new Recipient.Person(manager);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.taskShared(this);
        }
    }

    /**
     * Praise or a nudge from one person to another.
     *
     * @param words what the manager added in their own words; null if there is nothing
     */
    @Document
    @TypeAlias("manager-note")
    record ManagerNote(String from, String kind, String words) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.managerNote(this);
        }
    }

    /**
     * To the learner: somebody else changed their record.
     *
     * @param course null if the change is not about a course
     * @param subject see {@link Kind}; null if there is none
     * @param due null if there is none
     * @param reason in the words of the person who made the change; null if the learner does not get to see it
     */
    @Document
    @TypeAlias("changed")
    record Changed(Kind kind, String course, String subject, LocalDate due, String reason, String by)
            implements Notification {

        /** The kinds of changes. Each comment says what the subject is. */
        public enum Kind implements StoredEnum {
            /** a path or course */
            UNENROLLED("unenrolled"),
            /** a path or course */
            DUE_DATE_MOVED("due-date-moved"),
            /** a path or course */
            DUE_DATE_KEPT("due-date-kept"),
            /** a cohort */
            COHORT("cohort"),
            /** an objective of the course */
            EXCUSED("excused"),
            ATTEMPT_GRANTED("attempt-granted"),
            /** a badge's name */
            BADGE_REVOKED("badge-revoked"),
            /** the learner's current manager */
            MANAGER("manager");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }

        public static Changed of(Kind kind, String subject, String by) {
            return new Changed(kind, null, subject, null, null, by);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /** To the learner, once: Do Not Disturb has covered their working hours for {@code days} working days in a row. */
    @Document
    @TypeAlias("out-of-reach")
    record OutOfReach(int days) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outOfReach(this);
        }
    }

    /** To the manager, or to the admins if {@code to} is null: the learner asks for a later due date. */
    @Document
    @TypeAlias("later-due-wished")
    record LaterDueRequested(String to, String course, LocalDate due, LocalDate wanted) implements Notification {
        @Override
        public Recipient recipient() {
            return to == null ? new Recipient.Admins() : new Recipient.Person(to);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.laterDueRequested(this);
        }
    }

    /** To a person who may not be a learner: they have a role now. */
    @Document
    @TypeAlias("role-given")
    record RoleGiven(String person, String role, String by) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(person);
        }

        @Override
        public boolean supersedes(MessageContent earlier) {
            return earlier instanceof RoleGiven;
        }

        @Override
        public Optional<MessageContent> without(String forgotten) {
            return Optional.<MessageContent>of(this).filter(kept -> !forgotten.equals(by));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.roleGiven(this);
        }
    }

    /** To the delegate: they now review for a manager. */
    @Document
    @TypeAlias("stands-in")
    record StandsIn(String delegate, String manager, String by) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(delegate);
        }

        @Override
        public boolean supersedes(MessageContent earlier) {
            return earlier instanceof StandsIn other && other.manager.equals(manager);
        }

        @Override
        public Optional<MessageContent> without(String forgotten) {
            return Optional.<MessageContent>of(this)
                    .filter(kept -> !forgotten.equals(manager) && !forgotten.equals(by));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.standsIn(this);
        }
    }

    /** To the former delegate: they no longer review for a manager. */
    @Document
    @TypeAlias("stood-in")
    record StoodIn(String delegate, String manager) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(delegate);
        }

        @Override
        public Optional<MessageContent> without(String forgotten) {
            return Optional.<MessageContent>of(this).filter(kept -> !forgotten.equals(manager));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stoodIn(this);
        }
    }

    /** To the manager: somebody else changed their delegate. {@code delegate} is null if they no longer have one. */
    @Document
    @TypeAlias("delegate-chosen")
    record DelegateChosen(String manager, String delegate, String by) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(manager);
        }

        @Override
        public boolean supersedes(MessageContent earlier) {
            return earlier instanceof DelegateChosen;
        }

        @Override
        public Optional<MessageContent> without(String forgotten) {
            return Optional.<MessageContent>of(this)
                    .filter(kept -> !forgotten.equals(delegate) && !forgotten.equals(by));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delegateChosen(this);
        }
    }

    /** To an admin: people asked for their data to be erased. */
    @Document
    @TypeAlias("erasure-requested")
    record ErasureRequested(String admin) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(admin);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.erasureRequested(this);
        }
    }

    /** To an admin: messages for a channel cannot be posted there. */
    @Document
    @TypeAlias("channel-out-of-reach")
    record ChannelOutOfReach(String admin, String what, String error) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(admin);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.channelOutOfReach(this);
        }
    }

    /**
     * To an admin: Slack rejects a request of the app.
     *
     * @param error the error code from Slack
     * @param scope the missing scope; empty if that is not the reason
     */
    @Document
    @TypeAlias("app-refused")
    record AppRefused(String admin, String error, String scope) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(admin);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.appRefused(this);
        }
    }

    /** To an admin: news about the roster. */
    @Document
    @TypeAlias("roster-news")
    record RosterNews(String admin) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(admin);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rosterNews(this);
        }
    }

    /** To a manager, once a week. {@code week} looks like "2026-W46". */
    @Document
    @TypeAlias("weekly-digest")
    record WeeklyDigest(String manager, String week) implements Notification {
        @Override
        public Recipient recipient() {
            return new Recipient.Person(manager);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.weeklyDigest(this);
        }
    }

    /** To a channel, once a day: the badges earned since the previous day. */
    @Document
    @TypeAlias("badge-digest")
    record BadgeDigest(String channel, List<Line> lines) implements Notification {

        /** @param announcement id of the message that this line replaces */
        public record Line(String announcement, String learner, String badge) {}

        public BadgeDigest {
            lines = List.copyOf(lines);
        }

        /** Returns the digest with this line added, unless it already contains it. */
        public BadgeDigest plus(Line line) {
            return new BadgeDigest(
                    channel,
                    Stream.concat(lines.stream(), Stream.of(line)).distinct().toList());
        }

        @Override
        public Recipient recipient() {
            return new Recipient.Channel(channel);
        }

        @Override
        public Optional<MessageContent> without(String forgotten) {
            List<Line> others = lines.stream()
                    .filter(line -> !line.learner().equals(forgotten))
                    .toList();
            return others.isEmpty() ? Optional.empty() : Optional.of(new BadgeDigest(channel, others));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badgeDigest(this);
        }
    }

    /**
     * To the learner: what was decided about a question, if they reported it or the decision changed their results.
     *
     * @param version of the program in which the question was reviewed
     * @param undone whether a decision of this kind was undone
     * @param reason in the words of the person who decided
     * @param reported whether the learner had reported the question
     * @param raised whether the score of one of the learner's answers went up
     * @param lowered whether the score of one of the learner's answers went down
     * @param shown ids of the objectives that now count as shown
     * @param returned whether an attempt no longer counts
     * @param earned whether the learner earned a badge through the decision
     */
    @Document
    @TypeAlias("item-decided")
    record ItemDecided(
            String course,
            String question,
            String version,
            ItemDecision.Kind kind,
            boolean undone,
            String reason,
            boolean reported,
            boolean raised,
            boolean lowered,
            List<String> shown,
            boolean returned,
            boolean earned)
            implements Notification {

        public ItemDecided {
            shown = shown == null ? List.of() : List.copyOf(shown);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.itemDecided(this);
        }
    }

    /** One method for each kind of notification. */
    interface Cases<R> {
        R welcome(Welcome notification);

        R card(Card notification);

        R cardDone(CardDone notification);

        R asked(Asked notification);

        R graded(Graded notification);

        R recalled(Recalled notification);

        R ended(Ended notification);

        R nextUp(NextUp notification);

        R badgeEarned(BadgeEarned notification);

        R badgeAnnounced(BadgeAnnounced notification);

        R feedback(Feedback notification);

        R submitted(Submitted notification);

        R reviewAsked(ReviewAsked notification);

        R reviewed(Reviewed notification);

        R contact(Contact notification);

        R overdue(Overdue notification);

        R managerNote(ManagerNote notification);

        R taskFinished(TaskFinished notification);

        R taskShared(TaskShared notification);

        R changed(Changed notification);

        R outOfReach(OutOfReach notification);

        R laterDueRequested(LaterDueRequested notification);

        R roleGiven(RoleGiven notification);

        R standsIn(StandsIn notification);

        R stoodIn(StoodIn notification);

        R delegateChosen(DelegateChosen notification);

        R erasureRequested(ErasureRequested notification);

        R channelOutOfReach(ChannelOutOfReach notification);

        R appRefused(AppRefused notification);

        R rosterNews(RosterNews notification);

        R weeklyDigest(WeeklyDigest notification);

        R badgeDigest(BadgeDigest notification);

        R itemDecided(ItemDecided notification);
    }
}
