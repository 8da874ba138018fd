package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuestionYamlTest {

    @Test
    void aQuestionOfEachKindReadsBackAsWhatItWas() {
        Objective objective = objective(AuthorsPage.course());

        assertThat(Stream.concat(objective.practice().stream(), objective.checkPool().stream())
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(Question.class.getPermittedSubclasses()));
        Objective back = objective(with(QuestionYaml.write(objective.practice(), objective.checkPool())));
        assertThat(back.practice()).isEqualTo(objective.practice());
        assertThat(back.checkPool()).isEqualTo(objective.checkPool());
    }

    @Property(tries = 200)
    void anyTextReadsBack(@ForAll("texts") String text) {
        TrueFalse question = new TrueFalse("q", text, Optional.empty(), true, "", text);

        assertThat(objective(with(QuestionYaml.write(List.of(question), List.of())))
                        .practice())
                .containsExactly(question);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab äß€漢\n\t\u0007\u0085\u00A0\u2028:#-'\"\\{}[]&*!|>%@`,?~=")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> text.equals(text.strip()) && !text.isEmpty());
    }

    private static Map<String, String> with(String questions) {
        Map<String, String> texts = new HashMap<>(AuthorsPage.course());
        texts.put("applying-devops/questions/devops-terms.yaml", questions);
        texts.remove("applying-devops/questions/devops-terms.gift");
        return texts;
    }

    private static Objective objective(Map<String, String> texts) {
        Reading reading = CurriculumReader.read(new ProgramFiles(texts));
        assertThat(reading.problems()).isEmpty();
        return reading.readable().courses().get(0).objectives().get(0);
    }
}
