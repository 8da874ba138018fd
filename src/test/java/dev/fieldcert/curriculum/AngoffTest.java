package dev.fieldcert.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AngoffTest {

    private static Question question(String id) {
        return new TrueFalse(id, "It is.", Optional.empty(), true, "", "It is.");
    }

    private static Objective objective(Map<String, Double> angoff) {
        return new Objective(
                "why",
                "Say why",
                "",
                List.of(),
                List.of(),
                new Lesson(List.of(), List.of()),
                List.of(question("p1")),
                List.of(question("c1"), question("c2"), question("c3")),
                Optional.empty(),
                Set.of(),
                angoff);
    }

    @Test
    void theMeanOfTheChecksQuestionsImpliesAPassRuleOfTheSameLength() {
        Angoff is = Angoff.of(objective(Map.of("c1", 0.9, "c2", 0.7, "p1", 0.1)), MasteryRule.DEFAULT)
                .orElseThrow();

        assertThat(is.rated()).isEqualTo(2);
        assertThat(is.of()).isEqualTo(3);
        assertThat(is.expected()).isCloseTo(0.8, within(1e-9));
        // 0.8 of the seven questions that the rule asks at most are 5.6.
        assertThat(is.implied()).isEqualTo(new MasteryRule.Way(6, 7));
        assertThat(is.shown()).isEqualTo(new DecisionError(MasteryRule.DEFAULT).shown(is.expected()));
    }

    @Test
    void withoutANumberNothingIsImplied() {
        assertThat(Angoff.of(objective(Map.of("p1", 0.1)), MasteryRule.DEFAULT)).isEmpty();
        assertThat(Angoff.of(objective(Map.of("c1", 0.0)), MasteryRule.DEFAULT)
                        .orElseThrow()
                        .implied())
                .isEqualTo(new MasteryRule.Way(1, 7));
    }
}
