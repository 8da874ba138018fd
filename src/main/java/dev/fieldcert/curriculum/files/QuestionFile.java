package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.gift.GiftProblem;
import dev.fieldcert.curriculum.gift.GiftReader;
import dev.fieldcert.curriculum.gift.GiftReading;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two pools of an objective: from its YAML file, its GIFT file, or both. */
final class QuestionFile {

    private final CurriculumReader reader;
    private final String folder;
    private final String objective;
    private final Map<String, SourceLocation> ids;
    private final List<Question> practice = new ArrayList<>();
    private final List<Question> check = new ArrayList<>();
    private final Map<String, Double> angoff = new HashMap<>();

    /** @param ids the course's question ids so far, with their positions; reading adds to them */
    QuestionFile(CurriculumReader reader, String folder, String objective, Map<String, SourceLocation> ids) {
        this.reader = reader;
        this.folder = folder;
        this.objective = objective;
        this.ids = ids;
    }

    List<Question> practice() {
        return practice;
    }

    List<Question> check() {
        return check;
    }

    Map<String, Double> angoff() {
        return angoff;
    }

    void read(boolean coming) {
        String path = folder + "/questions/" + objective + ".yaml";
        String gift = folder + "/questions/" + objective + ".gift";
        Optional<String> giftText = reader.text(gift);
        if (reader.text(path).isPresent()) {
            reader.open(path).map(fields -> fields.as(Shape.QUESTIONS)).ifPresent(fields -> {
                pool(fields, "practice", practice);
                pool(fields, "check", check);
            });
        } else if (!coming && giftText.isEmpty()) {
            reader.problems()
                    .error(
                            SourceLocation.top(path),
                            "The questions of “" + objective + "” are missing.",
                            DidYouMean.file(reader.paths(), path)
                                    .orElse("Write them, or say “status: coming” in course.yaml."));
        }
        giftText.ifPresent(text -> readGift(gift, text));
    }

    private void pool(Fields fields, String pool, List<Question> questions) {
        reader.place(folder + "/" + objective + "#" + pool, fields.place(pool));
        for (Fields entry : fields.maps(pool)) {
            Optional<Question> question = QuestionReader.read(entry);
            String id = entry.text("id");
            if (pool.equals("check")
                    && question.filter(Written.class::isInstance).isPresent()) {
                entry.error(
                        "kind",
                        "Learners check written answers themselves, so they can’t count toward a certificate.",
                        "Move it to practice, or ask it in another kind.");
            }
            angoff(entry, id);
            add(id, entry.place(), question, questions);
        }
    }

    private void angoff(Fields entry, String id) {
        if (!entry.has("angoff")) {
            return;
        }
        BigDecimal number = entry.number("angoff", BigDecimal.ZERO);
        if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
            entry.error(
                    "angoff",
                    "“angoff” is a probability, so it lies between 0 and 1.",
                    "Write how probably somebody who is just good enough is right: 0.7 or 70%.");
            return;
        }
        angoff.put(id, number.doubleValue());
    }

    private void readGift(String path, String text) {
        GiftReading reading = GiftReader.read(text);
        for (GiftProblem problem : reading.problems()) {
            reader.problems().add(GiftQuestions.problem(path, problem));
        }
        if (reading.hasErrors()) {
            return;
        }
        for (GiftReading.Entry entry : reading.entries()) {
            SourceLocation place = new SourceLocation(path, entry.line(), entry.column());
            reader.placeIfAbsent(folder + "/" + objective + "#" + entry.pool(), place);
            List<Question> pool = entry.pool().equals("check") ? check : practice;
            add(entry.question().id(), place, GiftQuestions.checked(entry, place, reader.problems()), pool);
        }
    }

    private void add(String id, SourceLocation place, Optional<Question> question, List<Question> questions) {
        SourceLocation before = ids.putIfAbsent(id, place);
        if (before != null && !id.isEmpty()) {
            reader.problems()
                    .error(
                            place,
                            "The question id “" + id + "” is taken, see " + before + ".",
                            "Give it an id of its own; ids are unique in a course.");
            return;
        }
        question.ifPresent(read -> {
            if (QuestionYaml.write(List.of(read), List.of()).contains(Question.TO_DO)) {
                reader.problems()
                        .error(
                                place,
                                "The question “" + id + "” has a text that is still to be written: “" + Question.TO_DO
                                        + " …”",
                                "Write it.");
            }
            reader.place(folder + "/" + id, place);
            questions.add(read);
        });
    }
}
