package dev.fieldcert.learner;

import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.ContactContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the bot has decided to say: facts only, {@code slack} finds the words. Stored with the learner until it is said, so
 * each kind has an alias that survives a rename; {@link Document} makes Spring Data know the alias before its first read.
 */
public sealed interface Notification {

    <R> R match(Cases<R> cases);

    /** Who hears it. */
    default Audience audience() {
        return new Audience.Learner();
    }

    /** Where a saying goes. */
    sealed interface Audience {
        record Learner() implements Audience {}

        record BadgeChannel() implements Audience {}

        record FeedbackChannel() implements Audience {}

        record Person(String id) implements Audience {}

        /** Whoever runs the program. */
        record Admins() implements Audience {}
    }

    /** A message already in a conversation, which a saying replaces. */
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

    /** A lesson left behind for its questions: the card loses its "I'm ready". */
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

    /** An answered question, in the place where it was asked. */
    @Document
    @TypeAlias("graded")
    record Graded(
            String course, Attempt.Kind kind, String version, Attempt.Item item, int number, int of, MessageRef place)
            implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.graded(this);
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

    /** What is next in a course, as it is when this is said. */
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
        public Audience audience() {
            return new Audience.BadgeChannel();
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
        public Audience audience() {
            return new Audience.FeedbackChannel();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.feedback(this);
        }
    }

    /** To the learner: the assignment has arrived and waits for its marker. */
    @Document
    @TypeAlias("submitted")
    record Submitted(String course, String objective, String submission, int number) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.submitted(this);
        }
    }

    /** To the reviewer (null: to the admins): an assignment to look at. */
    @Document
    @TypeAlias("review-asked")
    record ReviewAsked(String reviewer, String course, String objective, String submission, boolean again)
            implements Notification {
        @Override
        public Audience audience() {
            return reviewer == null ? new Audience.Admins() : new Audience.Person(reviewer);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reviewAsked(this);
        }
    }

    /** To the learner: the assignment was looked at. */
    @Document
    @TypeAlias("reviewed")
    record Reviewed(String course, String objective, String submission) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reviewed(this);
        }
    }

    /**
     * To the learner, on the bot's initiative: the next thing to do. Said in the words of what it is, so the first line on
     * a lock screen tells it.
     *
     * @param due due dates to mention with it
     * @param atRisk due dates that cannot be met at this pace, with the choices to offer
     */
    @Document
    @TypeAlias("contact")
    record Contact(ContactContent content, List<DueNotice> due, List<DueAtRisk> atRisk) implements Notification {
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
        public Audience audience() {
            return new Audience.Person(manager);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.overdue(this);
        }
    }

    /** One person to another, by one click: praise or a nudge. */
    @Document
    @TypeAlias("manager-note")
    record ManagerNote(String from, String kind) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.managerNote(this);
        }
    }

    /** Plain text to the learner about a change somebody else made to their record. */
    @Document
    @TypeAlias("changed")
    record Changed(String what, String course, String by) implements Notification {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /** To the learner, once: Do Not Disturb has covered their working hours on so many days in a row. */
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
        public Audience audience() {
            return to == null ? new Audience.Admins() : new Audience.Person(to);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.laterDueRequested(this);
        }
    }

    /** One method a kind. */
    interface Cases<R> {
        R welcome(Welcome notification);

        R card(Card notification);

        R cardDone(CardDone notification);

        R asked(Asked notification);

        R graded(Graded notification);

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

        R changed(Changed notification);

        R outOfReach(OutOfReach notification);

        R laterDueRequested(LaterDueRequested notification);
    }
}
