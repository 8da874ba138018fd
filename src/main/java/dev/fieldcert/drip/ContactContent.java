package dev.fieldcert.drip;

/** What a contact is about: one thing. */
public sealed interface ContactContent {

    /** New work: a lesson, a question, a review, a check that is open again, an assignment that came back. */
    record NextThing(LearningTask work) implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nextThing(this);
        }
    }

    /** Open work, brought up for the {@code number}th time, 1 to 3; each is worded differently. */
    record Reminder(LearningTask work, int number) implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reminder(this);
        }
    }

    /** The contact the learner snoozed. It counts neither as a reminder nor, on the day of the snooze, as a contact. */
    record ComesBack(LearningTask work) implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comesBack(this);
        }
    }

    /** "I will wait until you are back": after the third reminder, once. */
    record WillWait(LearningTask work) implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.willWait(this);
        }
    }

    /** "Continue, pause, or stop?": two weeks into the waiting, once. */
    record AskToGoOn(LearningTask work) implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.askToGoOn(this);
        }
    }

    /** Only the due dates that the decision carries; there was nothing else to say that day. */
    record DueNews() implements ContactContent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dueNews(this);
        }
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
