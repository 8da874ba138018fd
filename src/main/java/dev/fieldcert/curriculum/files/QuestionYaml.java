package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Formula;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Variable;
import dev.fieldcert.curriculum.question.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes pools of questions as YAML. Reading this YAML returns equal questions. */
public final class QuestionYaml implements Question.Cases<Map<String, Object>> {

    private QuestionYaml() {}

    /** Returns the text of a question file with both pools. */
    public static String write(List<Question> practice, List<Question> check) {
        return pool("practice", practice) + pool("check", check);
    }

    private static String pool(String name, List<Question> questions) {
        if (questions.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(name + ":\n");
        for (Question question : questions) {
            Map<String, Object> keys = new LinkedHashMap<>();
            Map<String, Object> own = question.match(new QuestionYaml());
            keys.put("id", question.id());
            keys.put("kind", own.remove("kind"));
            keys.put("ask", question.ask());
            question.stimulus()
                    .ifPresent(stimulus ->
                            keys.put(stimulus instanceof Stimulus.Table ? "table" : "picture", stimulus(stimulus)));
            keys.putAll(own);
            keys.put("explain", question.explanation());
            String begin = "  - ";
            for (Map.Entry<String, Object> key : keys.entrySet()) {
                text.append(begin).append(key.getKey()).append(':').append(block(key.getValue()));
                begin = "    ";
            }
        }
        return text.toString();
    }

    /** Writes a list of mappings with one mapping per line, and any other value on one line. */
    private static String block(Object value) {
        if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            StringBuilder lines = new StringBuilder("\n");
            list.forEach(entry -> lines.append("      - ").append(inline(entry)).append('\n'));
            return lines.toString();
        }
        return " " + inline(value) + "\n";
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + inline(entry.getValue()))
                                    .toList())
                    + "}";
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(", ", list.stream().map(QuestionYaml::inline).toList()) + "]";
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        if (text.matches("[a-z][a-z-]*") && !text.matches("true|false|null|yes|no|on|off|y|n")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u2028' || c == '\u2029' || c >= 0xFFFE) {
                quoted.append(String.format("\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static Map<String, Object> stimulus(Stimulus stimulus) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("alternative", stimulus.alternative());
        if (stimulus instanceof Stimulus.Table table) {
            keys.put("rows", table.rows());
        } else if (stimulus instanceof Stimulus.Picture picture) {
            keys.put("url", picture.url());
        }
        return keys;
    }

    private static Map<String, Object> kind(Shape kind) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", kind.title());
        return keys;
    }

    private static void putText(Map<String, Object> keys, String key, String text) {
        if (!text.isBlank()) {
            keys.put(key, text);
        }
    }

    private static Map<String, Object> options(Shape kind, List<Option> options) {
        Map<String, Object> keys = kind(kind);
        List<Object> entries = new ArrayList<>();
        for (Option option : options) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("text", option.text());
            if (option.right()) {
                entry.put("right", true);
            }
            putText(entry, "why", option.why());
            if (option.pinned()) {
                entry.put("pinned", true);
            }
            entries.add(entry);
        }
        keys.put("options", entries);
        return keys;
    }

    @Override
    public Map<String, Object> singleChoice(SingleChoice question) {
        return options(Shape.SINGLE_CHOICE, question.options());
    }

    @Override
    public Map<String, Object> multipleChoice(MultipleChoice question) {
        Map<String, Object> keys = options(Shape.MULTIPLE_CHOICE, question.options());
        if (question.saysHowMany()) {
            keys.put("say-how-many", true);
        }
        return keys;
    }

    @Override
    public Map<String, Object> trueFalse(TrueFalse question) {
        Map<String, Object> keys = kind(Shape.TRUE_FALSE);
        keys.put("answer", question.right());
        putText(keys, "why", question.whyTempting());
        return keys;
    }

    @Override
    public Map<String, Object> matching(Matching question) {
        Map<String, Object> keys = kind(Shape.MATCHING);
        List<Object> pairs = new ArrayList<>();
        for (Matching.Pair pair : question.pairs()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("left", pair.left());
            entry.put("right", pair.right());
            putText(entry, "why", pair.why());
            pairs.add(entry);
        }
        keys.put("pairs", pairs);
        if (!question.extra().isEmpty()) {
            keys.put("extra", question.extra());
        }
        return keys;
    }

    @Override
    public Map<String, Object> sorting(Sorting question) {
        Map<String, Object> keys = kind(Shape.SORTING);
        keys.put("categories", question.categoryNames());
        List<Object> items = new ArrayList<>();
        for (Sorting.Entry item : question.entries()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("text", item.text());
            entry.put("category", item.category());
            putText(entry, "why", item.why());
            items.add(entry);
        }
        keys.put("items", items);
        return keys;
    }

    @Override
    public Map<String, Object> ordering(Ordering question) {
        Map<String, Object> keys = kind(Shape.ORDERING);
        keys.put("steps", question.steps());
        return keys;
    }

    @Override
    public Map<String, Object> numeric(Numeric question) {
        Map<String, Object> keys = kind(Shape.NUMERIC);
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Variable variable : question.variables()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("from", variable.from().toPlainString());
            entry.put("to", variable.to().toPlainString());
            entry.put("step", variable.step().toPlainString());
            entry.put("as", variable.as().word());
            variables.put(variable.name(), entry);
        }
        if (!variables.isEmpty()) {
            keys.put("variables", variables);
        }
        if (!question.where().isEmpty()) {
            keys.put("where", question.where().stream().map(Formula::text).toList());
        }
        keys.put("answer", question.answer().text());
        keys.put("as", question.as().word());
        if (question.round().signum() > 0) {
            keys.put("round", question.round().toPlainString());
        }
        Numeric.Tolerance tolerance = question.tolerance();
        if (tolerance.size().signum() > 0) {
            keys.put(
                    "tolerance",
                    tolerance.relative()
                            ? tolerance.size().movePointRight(2).toPlainString() + "%"
                            : tolerance.size().toPlainString());
        }
        if (!question.mistakes().isEmpty()) {
            keys.put(
                    "mistakes",
                    question.mistakes().stream()
                            .map(mistake -> mistake(mistake.answer().text(), mistake.why()))
                            .toList());
        }
        putText(keys, "solution", question.solution());
        return keys;
    }

    private static Map<String, Object> mistake(String answer, String why) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("answer", answer);
        entry.put("why", why);
        return entry;
    }

    @Override
    public Map<String, Object> shortAnswer(ShortAnswer question) {
        Map<String, Object> keys = kind(Shape.SHORT_ANSWER);
        keys.put("accept", question.accept());
        if (question.typo() > 0) {
            keys.put("typo", question.typo());
        }
        if (!question.mistakes().isEmpty()) {
            keys.put(
                    "mistakes",
                    question.mistakes().stream()
                            .map(mistake -> mistake(mistake.answer(), mistake.why()))
                            .toList());
        }
        return keys;
    }

    @Override
    public Map<String, Object> written(Written question) {
        Map<String, Object> keys = kind(Shape.WRITTEN);
        keys.put("key-points", question.keyPoints());
        keys.put("model-answer", question.modelAnswer());
        return keys;
    }

    @Override
    public Map<String, Object> scenario(Scenario question) {
        Map<String, Object> keys = kind(Shape.SCENARIO);
        keys.put("start", question.start());
        List<Object> scenes = new ArrayList<>();
        for (Scenario.Scene scene : question.scenes()) {
            List<Object> choices = new ArrayList<>();
            for (Scenario.Choice choice : scene.choices()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("text", choice.text());
                entry.put("points", choice.points());
                entry.put("to", choice.to());
                entry.put("consequence", choice.consequence());
                choices.add(entry);
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", scene.id());
            entry.put("text", scene.text());
            entry.put("choices", choices);
            scenes.add(entry);
        }
        keys.put("scenes", scenes);
        return keys;
    }
}
