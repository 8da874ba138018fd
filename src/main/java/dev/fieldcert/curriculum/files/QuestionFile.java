package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two pools of an objective. */
final class QuestionFile {

    private final CurriculumReader reader;
    private final String folder;
    private final String objective;
    private final Map<String, Place> ids;
    private final List<Question> practice = new ArrayList<>();
    private final List<Question> check = new ArrayList<>();

    /** @param ids the question ids the course has already, to be added to */
    QuestionFile(CurriculumReader reader, String folder, String objective, Map<String, Place> ids) {
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

    void read(boolean coming) {
        String path = folder + "/questions/" + objective + ".yaml";
        boolean yaml = reader.text(path).isPresent();
        if (yaml) {
            reader.open(path).map(fields -> fields.as(Shape.QUESTIONS)).ifPresent(fields -> {
                pool(fields, "practice", practice);
                pool(fields, "check", check);
            });
        } else if (!coming) {
            reader.problems()
                    .error(
                            Place.top(path),
                            "The questions of “" + objective + "” are missing.",
                            DidYouMean.file(reader.paths(), path)
                                    .orElse("Write them, or say “status: coming” in course.yaml."));
        }
    }

    private void pool(Fields fields, String pool, List<Question> questions) {
        reader.place(folder + "/" + objective + "#" + pool, fields.place(pool));
        for (Fields entry : fields.maps(pool)) {
            Optional<Question> question = QuestionReader.read(entry);
            String id = entry.text("id");
            add(id, entry.place(), question, questions);
        }
    }

    private void add(String id, Place place, Optional<Question> question, List<Question> questions) {
        Place before = ids.putIfAbsent(id, place);
        if (before != null && !id.isEmpty()) {
            reader.problems()
                    .error(
                            place,
                            "The question id “" + id + "” is taken, see " + before + ".",
                            "Give it an id of its own; ids are unique in a course.");
            return;
        }
        question.ifPresent(read -> {
            reader.place(folder + "/" + id, place);
            questions.add(read);
        });
    }
}
