package dev.fieldcert.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.LearnerEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {

    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();
    private static final String COURSE = "analyze-territory";
    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");

    private final Mistakes mistakes = new Mistakes();

    private void answers(int people, String objective, double score, Confidence confidence) {
        for (int i = 0; i < people; i++) {
            mistakes.add(new LearnerEvent.AnswerGiven(
                    "id",
                    "U" + i,
                    COURSE,
                    objective,
                    "q",
                    "v",
                    Attempt.Kind.PRACTICE,
                    List.of(),
                    score,
                    confidence,
                    NOW,
                    null,
                    null));
        }
    }

    @Test
    void confidentErrorsComeBeforeMoreErrors() {
        answers(5, "territory-analysis", 0, null);
        answers(5, "territory-plan", 1, Confidence.FAIRLY);
        answers(2, "territory-plan", 0.5, Confidence.CERTAIN);

        assertThat(mistakes.most(PROGRAM, 3))
                .extracting(
                        line -> line.objective().id(),
                        Mistakes.Line::answers,
                        Mistakes.Line::wrong,
                        Mistakes.Line::sure)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("territory-plan", 7, 2, 2),
                        org.assertj.core.groups.Tuple.tuple("territory-analysis", 5, 5, 0));
    }

    @Test
    void fewerThanFivePeopleAreNotShownHoweverManyAnswersTheyGave() {
        answers(4, "territory-analysis", 0, Confidence.CERTAIN);
        answers(4, "territory-analysis", 0, Confidence.CERTAIN);

        assertThat(mistakes.most(PROGRAM, 3)).isEmpty();
    }

    @Test
    void whatIsRightOrNotTaughtAnyMoreIsNotShown() {
        answers(6, "territory-plan", 1, Confidence.CERTAIN);
        answers(6, "long-gone", 0, Confidence.CERTAIN);

        assertThat(mistakes.most(PROGRAM, 3)).isEmpty();
    }
}
