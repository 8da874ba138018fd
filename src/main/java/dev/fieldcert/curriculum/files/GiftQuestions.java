package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.gift.GiftProblem;
import dev.fieldcert.curriculum.gift.GiftReading;
import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Optional;

/** Validates GIFT questions by the rules for YAML: writes them as YAML and reads that. */
final class GiftQuestions {

    private GiftQuestions() {}

    static Problem problem(String path, GiftProblem problem) {
        SourceLocation place = new SourceLocation(path, problem.line(), problem.column());
        return problem.error()
                ? Problem.error(place, problem.message(), problem.mend())
                : Problem.warning(place, problem.message(), problem.mend());
    }

    /** Returns the question; empty if it breaks a rule. Problems are reported at the question's first line. */
    static Optional<Question> checked(GiftReading.Entry entry, SourceLocation place, Problems problems) {
        Problems own = new Problems();
        String yaml = QuestionYaml.write(List.of(entry.question()), List.of());
        Optional<Question> question = Yaml.parse(place.file(), yaml, 0, own)
                .flatMap(node -> new Fields(place.file(), 0, node, own)
                        .maps("practice").stream().findFirst())
                .flatMap(QuestionReader::read);
        own.inOrder()
                .forEach(problem -> problems.add(new Problem(
                        problem.severity(),
                        place.file(),
                        place.line(),
                        place.column(),
                        "Question “" + entry.question().id() + "”: " + problem.message(),
                        problem.mend())));
        return question;
    }
}
