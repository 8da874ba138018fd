package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schemas for editors say what the reader says. */
class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/main/resources/schema");

    /** Where each shape stands in the schemas. */
    private static final Map<Shape, String> SCHEMAS = new EnumMap<>(Map.ofEntries(
            Map.entry(Shape.PROGRAM, "program"),
            Map.entry(Shape.FIGURES, "figures"),
            Map.entry(Shape.FIGURE, "figures#figure"),
            Map.entry(Shape.PATH, "program#path"),
            Map.entry(Shape.CERTIFICATE, "program#certificate"),
            Map.entry(Shape.COMPETENCY, "program#competency"),
            Map.entry(Shape.BEHAVIOR, "program#behavior"),
            Map.entry(Shape.MOMENT, "program#moment"),
            Map.entry(Shape.COURSE, "course"),
            Map.entry(Shape.PRACTICE, "course#practice"),
            Map.entry(Shape.CHECK, "course#check"),
            Map.entry(Shape.BADGE, "course#badge"),
            Map.entry(Shape.OBJECTIVE, "course#objective"),
            Map.entry(Shape.FRONT_MATTER, "lesson"),
            Map.entry(Shape.SOURCE, "lesson#source"),
            Map.entry(Shape.ASKED_AS, "lesson#asked-as"),
            Map.entry(Shape.STEPS, "picture#steps"),
            Map.entry(Shape.STEP, "picture#step"),
            Map.entry(Shape.BARS, "picture#bars"),
            Map.entry(Shape.BAR, "picture#bar"),
            Map.entry(Shape.AID, "aid"),
            Map.entry(Shape.AID_INPUT, "aid#input"),
            Map.entry(Shape.TASK, "task"),
            Map.entry(Shape.ASSIGNMENT, "assignment"),
            Map.entry(Shape.CRITERION, "assignment#criterion"),
            Map.entry(Shape.QUESTIONS, "questions"),
            Map.entry(Shape.TABLE, "questions#table"),
            Map.entry(Shape.PICTURE, "questions#picture"),
            Map.entry(Shape.OPTION, "questions#option"),
            Map.entry(Shape.PAIR, "questions#pair"),
            Map.entry(Shape.ITEM, "questions#item"),
            Map.entry(Shape.VARIABLE, "questions#variable"),
            Map.entry(Shape.MISTAKE, "questions#mistake"),
            Map.entry(Shape.SCENE, "questions#scene"),
            Map.entry(Shape.CHOICE, "questions#choice")));

    static {
        Shape.KINDS.forEach(kind -> SCHEMAS.put(kind, "questions#" + kind.title()));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aSchemaHasTheKeysTheReaderKnows(Shape shape) throws IOException {
        String[] place = SCHEMAS.get(shape).split("#");
        JsonNode schema =
                JSON.readTree(FOLDER.resolve(place[0] + ".schema.json").toFile());
        JsonNode object =
                place.length == 1 ? schema : schema.path("definitions").path(place[1]);
        Set<String> keys = new HashSet<>(shape.required());
        keys.addAll(shape.optional());
        Set<String> required = new TreeSet<>();
        object.path("required").forEach(key -> required.add(key.asText()));

        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(object.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(keys);
        assertThat(required).isEqualTo(new TreeSet<>(shape.required()));
    }

    @Test
    void theSchemaOffersTheKindsTheReaderKnows() throws IOException {
        JsonNode kinds = JSON.readTree(FOLDER.resolve("questions.schema.json").toFile())
                .at("/definitions/question/properties/kind/enum");

        assertThat(kinds)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Shape.KINDS.stream().map(Shape::title).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFileOfTheProgramAndOfTheAuthorsPageIsValid(String path, String text) throws IOException {
        assertThat(validate(path, text)).as(path).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "program.yaml;courses: [;course: [",
                "applying-devops/course.yaml;level: 101;level: 102",
                "applying-devops/course.yaml;cool-down: 24 hours;cool-down: soon",
                "applying-devops/course.yaml;shown-by: [3 of 3, 5 of 6];shown-by: [3 of 3, 80%]",
                "applying-devops/course.yaml;shown-by: [3 of 3, 5 of 6];shown-by: []",
                "applying-devops/questions/devops-terms.yaml;right: true;right: false",
                "applying-devops/questions/devops-terms.yaml;kind: ordering;kind: ordner",
                "applying-devops/questions/devops-terms.yaml;steps: [Observe, Orient, Decide, Act];steps: [Observe, Orient]",
                "applying-devops/questions/devops-terms.yaml;answer: quota - closed - commit;anwser: quota",
                "applying-devops/questions/devops-terms.yaml;points: 2;points: two",
                "applying-devops/assignments/territory-plan.yaml;pass-score: 12;pass-score: 50",
                "applying-devops/assignments/territory-plan.yaml;at-least: 2;at-least: 5",
                "applying-devops/lessons/devops-terms.md;objective: devops-terms;objectiv: devops-terms",
                "applying-devops/lessons/devops-terms.md;phrases: [is devops;phrase: [is devops"
            })
    void aMistakeIsFoundByTheSchemaAndByTheReader(String path, String right, String wrong) throws IOException {
        Map<String, String> texts = AuthorsPage.course();
        assertThat(texts.get(path)).contains(right);
        String text = texts.get(path).replace(right, wrong);
        texts.put(path, text);

        assertThat(validate(path, text)).isNotEmpty();
        assertThat(CurriculumReader.read(new ProgramFiles(texts)).program()).isEmpty();
    }

    static Stream<String[]> files() {
        return Stream.concat(
                        AuthorsPage.course().entrySet().stream(), ProgramFiles.builtIn().texts().entrySet().stream())
                .filter(file -> !file.getKey().matches(".*\\.(gift|svg)"))
                .map(file -> new String[] {file.getKey(), file.getValue()});
    }

    private static Set<ValidationMessage> validate(String path, String text) throws IOException {
        String yaml = path.endsWith(".md") ? text.substring(4, text.indexOf("\n---", 4)) : text;
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema(path).validate(JSON.valueToTree(value));
    }

    private static JsonSchema schema(String path) throws IOException {
        String name = "questions";
        if (path.equals("program.yaml")) {
            name = "program";
        } else if (path.equals("figures.yaml")) {
            name = "figures";
        } else if (path.endsWith("/course.yaml")) {
            name = "course";
        } else if (path.contains("/aids/")) {
            name = "aid";
        } else if (path.contains("/tasks/")) {
            name = "task";
        } else if (path.contains("/pictures/")) {
            name = "picture";
        } else if (path.contains("/assignments/")) {
            name = "assignment";
        } else if (path.endsWith(".md")) {
            name = "lesson";
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
    }
}
