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
 * The content of a message: facts only, {@code slack} finds the words. Stored in an outbox until it is sent, so each
 * kind has an alias that survives a rename; {@link Document} makes Spring Data know the alias before its first read.
 */
public sealed interface Notification extends MessageContent {

    <R> R match(Cases<R> cases);

    @Override
    default Recipient recipient() {
        return new Recipient.Learner();
    }

    /** A message in a conversation, to be replaced. */
    record MessageRef(String channel, String ts) {}

    /** Enrolled by somebody else; {@code path} null for a single course. */
    @Document
    @TypeAlias("welcome")
    record Welcome(String path, List<String> courses, String by, LocalDate due) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.welcome(this);
        }
    }

    /** A lesson card; replaces {@code place} when it is not null. */
    @Document
    @TypeAlias("card")
    record Card(String course, String objective, int card, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.card(this);
        }
    }

    /** A lesson card whose questions have started: it loses its "I'm ready". */
    @Document
    @TypeAlias("card-done")
    record CardDone(String course, String objective, int card, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cardDone(this);
        }
    }

    /** A question of the running attempt; replaces {@code place} when it is not null (a scenario's next scene). */
    @Document
    @TypeAlias("asked")
    record Asked(String course, String attempt, int index, MessageRef place) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.asked(this);
        }
    }

    /**
     * An answered question, in its original place.
     *
     * @param attempt null in messages of before 2026-12
     * @param of how many questions the run had when it was answered; at most so many for one that certifies
     * @param more questions that came to the run with this answer; null for none
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
     * An answered question about something earned, in the place where it was asked.
     *
     * @param attempt null in messages of before 2026-12
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

    /** The next step in a course at the time of sending. */
    @Document
    @TypeAlias("next-up")
    record NextUp(String course) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nextUp(this);
        }
    }

    /** To the learner: a badge. */
    @Document
    @TypeAlias("badge-earned")
    record BadgeEarned(String badge, String award, double score, Instant startedAt, Instant earnedAt)
            implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badgeEarned(this);
        }
    }

    /** To the team: a badge. */
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

    /** To the learner: the assignment arrived and is waiting for review. */
    @Document
    @TypeAlias("submitted")
    record Submitted(String course, String objective, String submission, int number) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.submitted(this);
        }
    }

    /** To the reviewer (null: the admins): an assignment to review. */
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
     * To the learner, unprompted: the next task. Its first line names the task, for the lock screen.
     *
     * @param due due dates to mention with it
     * @param atRisk due dates that cannot be met at this pace, with the choices to offer
     */
    @Document
    @TypeAlias("contact")
    record Contact(ContactContent content, List<DueNotice> due, List<DueAtRisk> atRisk) implements Notification {

        /** A missed contact is decided again. */
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
     * A practice task, to its writer.
     *
     * @param met the criteria they see in it, by their place, from 0
     * @param manager who gets it, too; null for nobody
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

    /** A practice task, to its writer's manager. */
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
     * One person to another: praise or a nudge.
     *
     * @param words what the manager added in their own words; null for nothing
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
     * @param course null when the change is not about one
     * @param subject id or name of what changed; null for none
     * @param due null for none
     * @param reason in the words of whoever changed it; null when the learner is not told
     */
    @Document
    @TypeAlias("changed")
    record Changed(Kind kind, String course, String subject, LocalDate due, String reason, String by)
            implements Notification {

        /** With what the subject is. */
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

    /** To the learner, once: Do Not Disturb has covered their working hours on many days in a row. */
    @Document
    @TypeAlias("out-of-reach")
    record OutOfReach(int days) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outOfReach(this);
        }
    }

    /** To the manager, or else the admins: the learner asks for a later due date. */
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

    /** To the delegate: they review for a manager now. */
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

    /** To the former delegate: they no longer do. */
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

    /** To the manager: somebody else chose their delegate; {@code delegate} null for none. */
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

    /** To somebody who runs the program: people ask to be forgotten. */
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

    /** To somebody who runs the program: what is meant for a channel cannot be posted there. */
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
     * To somebody who runs the program: Slack refuses what the app asks for.
     *
     * @param error Slack's error code
     * @param scope the scope that is missing; empty when that is not the reason
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

    /** To somebody who runs the program: how it stands with the roster. */
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

    /** To a manager, once a week; {@code week} as in "2026-W46". */
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

    /** To a channel, once a day: the badges that were earned since the day before. */
    @Document
    @TypeAlias("badge-digest")
    record BadgeDigest(String channel, List<Line> lines) implements Notification {

        /** @param announcement id of the message that this line takes the place of */
        public record Line(String announcement, String learner, String badge) {}

        public BadgeDigest {
            lines = List.copyOf(lines);
        }

        /** A line that is there already is not added again. */
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
     * To the learner: what was decided about a question that they reported, or that changed their results.
     *
     * @param version of the program in which it was looked at
     * @param undone whether a decision of this kind was undone
     * @param reason in the words of whoever decided
     * @param reported whether they had reported it
     * @param raised whether an answer of theirs counts for more now
     * @param lowered whether an answer of theirs counts for less now
     * @param shown objectives that count as shown since
     * @param returned whether an attempt does not count any more
     * @param earned whether a badge came of it
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

    /** One method a kind. */
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
