package dev.fieldcert.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Nobody finds the key of a check's question by asking it: what is found are cards, which every learner has read. */
class NoKeyTest {

    private static final int A_PHRASE = 4;
    /** What stands in the question itself: of matching and sorting, the key is what belongs together. */
    private static final Set<String> GIVEN = Set.of("ask", "id", "kind", "left", "categories", "category");

    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();
    private static final CardIndex INDEX = CardIndex.of(PROGRAM);

    /** A question of a check as its file has it, and every text of it but the stem. */
    record Item(String id, String ask, List<String> texts) {

        @Override
        public String toString() {
            return id;
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void theStemOfACheckItemFindsNothingOfTheItem(Item item) {
        List<String> quoted = INDEX.find(item.ask()).hits().stream()
                .flatMap(hit -> hit.quote().parts().stream())
                .toList();

        assertThat(quoted).allSatisfy(quote -> assertThat(item.texts()).noneMatch(text -> quote.contains(text)));
    }

    static Stream<Item> items() {
        return ProgramFiles.builtIn().texts().entrySet().stream()
                .filter(file ->
                        file.getKey().contains("/questions/") && file.getKey().endsWith(".yaml"))
                .flatMap(file -> items(file.getValue()));
    }

    private static Stream<Item> items(String yaml) {
        Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return ((List<?>) file.get("check")).stream().map(each -> item((Map<?, ?>) each));
    }

    private static Item item(Map<?, ?> item) {
        List<String> texts = new ArrayList<>();
        item.forEach((key, value) -> {
            if (!GIVEN.contains(key.toString())) {
                collect(value, texts);
            }
        });
        return new Item(item.get("id").toString(), item.get("ask").toString(), texts);
    }

    /** A word or two stand in a card because it teaches them; a phrase of the key would be the key. */
    private static void collect(Object value, List<String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (!GIVEN.contains(key.toString())) {
                    collect(each, texts);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, texts));
        } else if (value instanceof String text && text.split("\\s+").length >= A_PHRASE) {
            texts.add(text.strip());
        }
    }

    @Test
    void allItemsOfAllChecksAreAsked() {
        long checks = PROGRAM.courses().stream()
                .flatMap(course -> course.objectives().stream())
                .mapToLong(objective -> objective.checkPool().size())
                .sum();

        assertThat(items())
                .hasSize((int) checks)
                .allSatisfy(item -> assertThat(item.texts()).isNotEmpty());
    }

    @Test
    void questionsAndRubricsWithoutCardsCanNotBeFound() {
        List<Course> bare =
                PROGRAM.courses().stream().map(NoKeyTest::withoutCards).toList();
        Program program = new Program(
                "bare",
                PROGRAM.id(),
                PROGRAM.title(),
                PROGRAM.paths(),
                bare,
                PROGRAM.competencies(),
                PROGRAM.moments());
        CardIndex index = CardIndex.of(program);

        assertThat(items())
                .allSatisfy(item -> assertThat(index.find(item.ask()).hits()).isEmpty());
    }

    private static Course withoutCards(Course course) {
        return new Course(
                course.id(),
                course.title(),
                course.summary(),
                course.coming(),
                course.testOutFirst(),
                course.practiceQuestions(),
                course.check(),
                course.badge(),
                course.objectives().stream().map(NoKeyTest::withoutCards).toList());
    }

    private static Objective withoutCards(Objective objective) {
        return new Objective(
                objective.id(),
                objective.title(),
                objective.coaching(),
                objective.behaviors(),
                objective.moments(),
                new Lesson(List.of(), List.of()),
                objective.practice(),
                objective.checkPool(),
                objective.assignment());
    }
}
