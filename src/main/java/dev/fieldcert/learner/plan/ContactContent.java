package dev.fieldcert.learner.plan;

import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a contact is about: one thing. Stored with the notification, each kind by its alias. */
public sealed interface ContactContent {

    /** New work: a lesson, a question, a review, a check that opened again, a returned assignment. */
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

    /** Open work, as reminder {@code number}, 1 to 3; each has its own wording. */
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
     * The contact the learner snoozed. It counts neither as a reminder nor, on the day of the snooze, as a contact.
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

    /** "I will wait until you are back": after the third reminder, once. */
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

    /** "Continue, pause, or stop?": two weeks into the waiting, once. */
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

    /** Only the decision's due dates; there was nothing else to say that day. */
    @Document
    @TypeAlias("due-news")
    record DueNews() implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dueNews(this);
        }
    }

    /** The work it is about; empty for due dates alone. */
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
