package dev.fieldcert.slack.lesson;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import org.junit.jupiter.api.Test;

class LessonScreensTest {

    @Test
    void theFirstCardLeadsOn() {
        Golden.assertMatches("lesson/card-first", LessonMessages.card(SomeCourse.course(), SomeCourse.plans(), 0));
    }

    @Test
    void aCardInTheMiddleLeadsBothWays() {
        Golden.assertMatches("lesson/card-middle", LessonMessages.card(SomeCourse.course(), SomeCourse.plans(), 1));
    }

    @Test
    void theLastCardNamesItsSourcesAndLeadsToTheQuestions() {
        Golden.assertMatches("lesson/card-last", LessonMessages.card(SomeCourse.course(), SomeCourse.plans(), 2));
    }

    @Test
    void aCardLeftBehindCanBeReadAgain() {
        Golden.assertMatches("lesson/card-done", LessonMessages.cardDone(SomeCourse.course(), SomeCourse.plans(), 2));
    }

    @Test
    void sourcesComeWithTheirNotes() {
        Golden.assertMatches("lesson/sources", LessonMessages.sources(SomeCourse.plans()));
    }

    @Test
    void aLessonThatIsGoneSaysSo() {
        Golden.assertMatches("lesson/not-there", LessonMessages.notThere());
    }
}
