package dev.fieldcert.search;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import java.util.List;

/** The set of questions, to be asked one after another. */
public final class SearchLoad {

    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();
    private static final List<String> QUESTIONS =
            QuestionSet.all().stream().map(QuestionSet.Question::text).toList();

    private CardIndex index = CardIndex.of(PROGRAM);

    /** Reads the program and the questions, so that it is not measured. */
    public static int questions() {
        return QUESTIONS.size();
    }

    /** @return how many cards were found */
    public int ask(int number) {
        return index.find(QUESTIONS.get(number % QUESTIONS.size())).hits().size();
    }

    public void rebuild() {
        index = CardIndex.of(PROGRAM);
    }
}
