package dev.fieldcert.conversation;

import dev.fieldcert.learner.Attempt;
import java.util.List;
import java.util.Optional;

/**
 * A learner who has read the answer key: answers whatever question is open, rightly or wrongly as told, with the very
 * buttons, menus and fields the bot put before them.
 */
public final class Scholar {

    private final AnswerKey key;
    private final Person person;

    Scholar(AnswerKey key, Person person) {
        this.key = key;
        this.person = person;
    }

    public Person person() {
        return person;
    }

    public String id() {
        return person.id();
    }

    /** The running attempt; of several, the one touched last. */
    public Optional<Attempt> attempt() {
        return key.attempt(id());
    }

    /** A button of the open question, whatever kind it is. */
    public Button answerButton() {
        for (String label : List.of("A", "True", "Send answer")) {
            try {
                return person.button(label);
            } catch (AssertionError notThisKind) {
                continue;
            }
        }
        throw new AssertionError(person.sees());
    }

    public Scholar answersRight() {
        key.answer(id(), person, true);
        return this;
    }

    public Scholar answersWrong() {
        key.answer(id(), person, false);
        return this;
    }

    /** Answers until the run is over. */
    public Scholar finishes(boolean right) {
        key.finish(id(), person, right);
        return this;
    }

    /** Reads the lesson that is open and practises it, rightly. */
    public Scholar learnsTheLesson() {
        person.clicks("I’m ready");
        return finishes(true);
    }

    /** From the newest "What’s next?" on through every lesson to the offer of the check. */
    public Scholar learnsTheCourse(String course) {
        for (int lesson = 0; lesson < key.lessons(course); lesson++) {
            learnsTheLesson();
            person.clicks("What’s next?");
        }
        return this;
    }

    public Scholar passesTheCheck() {
        person.clicks("Start the check");
        return finishes(true);
    }

    public Scholar failsTheCheck() {
        person.clicks("Start the check");
        return finishes(false);
    }
}
