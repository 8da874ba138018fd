package dev.fieldcert.learner.plan;

import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The one subject of a contact. Stored with the notification, each kind by its alias. */
public sealed interface ContactContent {

    /** New work: a lesson, a question, a review, a check, or an assignment. */
    @Document
    @TypeAlias("next-thing")
    record NextThing(LearningTask work) implements ContactContent {
        @Override
        public Optional<LearningTask> task() {
            return Optional.of(work);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nextThing(this);
        }
    }

    /** A reminder of open work. Each {@code number}, 1 to 3, has its own wording. */
    @Document
    @TypeAlias("reminder")
    record Reminder(LearningTask work, int number) implements ContactContent {
        @Override
        public Optional<LearningTask> task() {
            return Optional.of(work);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reminder(this);
        }
    }

    /**
     * The snoozed contact, sent again. It does not count as a reminder; on the day of the snooze, it does not count as
     * a contact either.
     */
    @Document
    @TypeAlias("comes-back")
    record ComesBack(LearningTask work) implements ContactContent {
        @Override
        public Optional<LearningTask> task() {
            return Optional.of(work);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comesBack(this);
        }
    }

    /** "I will wait until you are back": sent once, after the third reminder. */
    @Document
    @TypeAlias("will-wait")
    record WillWait(LearningTask work) implements ContactContent {
        @Override
        public Optional<LearningTask> task() {
            return Optional.of(work);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.willWait(this);
        }
    }

    /** "Continue, pause, or stop?": sent once, after two weeks of waiting. */
    @Document
    @TypeAlias("ask-to-go-on")
    record AskToGoOn(LearningTask work) implements ContactContent {
        @Override
        public Optional<LearningTask> task() {
            return Optional.of(work);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.askToGoOn(this);
        }
    }

    /** Only the due dates of the plan's decision, on a day with nothing else to send. */
    @Document
    @TypeAlias("due-news")
    record DueNews() implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dueNews(this);
        }
    }

    /** The work that the contact is about; empty if it is only about due dates. */
    default Optional<LearningTask> task() {
        return Optional.empty();
    }

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R nextThing(NextThing what);

        R reminder(Reminder what);

        R comesBack(ComesBack what);

        R willWait(WillWait what);

        R askToGoOn(AskToGoOn what);

        R dueNews(DueNews what);
    }
}
