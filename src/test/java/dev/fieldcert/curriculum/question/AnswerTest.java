package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

    static Stream<Answer> answers() {
        return Stream.of(
                Answer.Chosen.of("a", "b"),
                new Answer.Assigned(Map.of("item", "target")),
                new Answer.Ordered(List.of("first", "second")),
                new Answer.Written("My own words"),
                new Answer.SelfChecked("My own sentences", Set.of("p1")),
                new Answer.Walked(List.of("x", "y")));
    }

    @Test
    void everyShapeIsTriedHere() {
        assertThat(answers().map(Object::getClass)).containsExactlyInAnyOrder(Answer.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isReadAsItWasStored(Answer answer) {
        assertThat(answer.stored()).hasSizeGreaterThan(1);
        assertThat(Answer.of(answer.stored())).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void losesWhatSomebodyTypedAndNothingElse(Answer answer) {
        assertThat(answer.anonymous().stored())
                .hasSameSizeAs(answer.stored())
                .isEqualTo(answer.stored().stream()
                        .map(part -> part.startsWith("My own") ? "" : part)
                        .toList());
    }
}
