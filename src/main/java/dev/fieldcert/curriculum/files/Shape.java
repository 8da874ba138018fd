package dev.fieldcert.curriculum.files;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of each mapping in the program's files: one list for the reader, the JSON Schemas and the authors'
 * documentation.
 */
public enum Shape {
    PROGRAM("program.yaml", "id title paths", "competencies moments"),
    FIGURES("figures.yaml", "figures", ""),
    FIGURE("a figure", "id title as published", "today"),
    PATH("a path", "id title summary courses", "certificate"),
    CERTIFICATE("a certificate", "id name level description criteria", "kind valid-for behaviors moments inferred"),
    COMPETENCY("a competency", "id title behaviors", "url"),
    BEHAVIOR("a behavior", "id title", ""),
    MOMENT("a moment", "id title", "phase url inferred"),
    COURSE("course.yaml", "id title summary badge objectives", "status test-out-first practice check aids task"),
    PRACTICE("practice", "", "questions"),
    CHECK("check", "", "shown-by attempts cool-down test-out-attempts"),
    BADGE("a badge", "id name kind level description criteria", "valid-for behaviors moments inferred"),
    OBJECTIVE("an objective", "id title", "coaching behaviors moments assignment"),
    FRONT_MATTER("a lesson's front matter", "objective", "sources asked-as"),
    SOURCE("a source", "title url", "note"),
    ASKED_AS("asked-as", "card phrases", ""),
    STEPS("a picture of steps", "kind steps", "loop"),
    STEP("a step", "name", "note"),
    BARS("a picture of bars", "kind as bars", "line"),
    BAR("a bar", "name value", ""),
    AID("a job aid's front matter", "title use", "inputs"),
    AID_INPUT("an input", "name title as", "value"),
    TASK("a practice task", "id title instructions criteria model-answer", ""),
    QUESTIONS("a file of questions", "", "practice check"),
    TABLE("a table", "alternative rows", ""),
    PICTURE("a picture", "url alternative", ""),
    SINGLE_CHOICE("single-choice", "options"),
    MULTIPLE_CHOICE("multiple-choice", "options", "say-how-many"),
    TRUE_FALSE("true-false", "answer", "why"),
    MATCHING("matching", "pairs", "extra"),
    SORTING("sorting", "categories items"),
    WRITTEN("written", "key-points model-answer"),
    ORDERING("ordering", "steps"),
    NUMERIC("numeric", "answer as", "variables where round tolerance mistakes solution"),
    SHORT_ANSWER("short-answer", "accept", "patterns any-unit-of-time typo mistakes"),
    SCENARIO("scenario", "start scenes"),
    OPTION("an option", "text", "right why pinned"),
    PAIR("a pair", "left right", "why"),
    ITEM("an item", "text category", "why"),
    VARIABLE("a variable", "from to step", "as"),
    MISTAKE("a mistake", "answer why", ""),
    SCENE("a scene", "id text choices", ""),
    CHOICE("a choice", "text points to consequence", ""),
    ASSIGNMENT("an assignment", "id title instructions pass-score rubric", ""),
    CRITERION("a criterion", "id title levels", "behavior at-least");

    /** The kinds of question, in the order of the authors' documentation. */
    public static final List<Shape> KINDS = List.of(
            SINGLE_CHOICE,
            MULTIPLE_CHOICE,
            TRUE_FALSE,
            MATCHING,
            SORTING,
            WRITTEN,
            ORDERING,
            NUMERIC,
            SHORT_ANSWER,
            SCENARIO);

    private final String title;
    private final Set<String> required;
    private final Set<String> optional;

    Shape(String title, String required, String optional) {
        this.title = title;
        this.required = words(required);
        this.optional = words(optional);
    }

    /** A kind of question without optional keys of its own. */
    Shape(String kind, String required) {
        this(kind, required, "");
    }

    private static Set<String> words(String words) {
        return words.isBlank() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words.split(" "))));
    }

    /** The kind of question with this name. */
    public static Optional<Shape> kind(String name) {
        return KINDS.stream().filter(kind -> kind.title.equals(name)).findFirst();
    }

    /** The name used in problems; for a kind of question, the value of {@code kind}. */
    public String title() {
        return title;
    }

    public Set<String> required() {
        return isKind() ? with(required, Set.of("id", "kind", "ask", "explain")) : required;
    }

    public Set<String> optional() {
        return isKind() ? with(optional, Set.of("table", "picture", "angoff")) : optional;
    }

    private boolean isKind() {
        return KINDS.contains(this);
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
