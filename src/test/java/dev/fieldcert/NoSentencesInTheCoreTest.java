package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences for people are written in {@code slack} and {@code web}; the core passes facts. Errors and logs are in English. */
class NoSentencesInTheCoreTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/fieldcert");
    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("\"[“A-Z][^\"]* [^\"]*[.!?]\"");
    private static final Pattern FOR_ENGINEERS = Pattern.compile("Exception\\(|Error\\(|LOG\\.|super\\(");

    @ParameterizedTest
    @ValueSource(strings = {"learner", "drip", "team", "outbox", "itemanalysis"})
    void aPackageOfTheCoreWritesNoSentence(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sentences(Files.readString(file)).forEach(sentence -> found.add(file.getFileName() + ": " + sentence));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void aSentenceIsFound() {
        assertThat(sentences("return \"You have one more attempt.\";")).hasSize(1);
        assertThat(sentences("// \"You have one more attempt.\"\nthrow new StateException(\"It is gone.\");"))
                .isEmpty();
    }

    private static List<String> sentences(String source) {
        List<String> found = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int end = 0;
        for (Matcher token = COMMENT_OR_STRING.matcher(source); token.find(); end = token.end()) {
            String code = source.substring(end, token.start());
            int begins = Math.max(code.lastIndexOf(';'), Math.max(code.lastIndexOf('{'), code.lastIndexOf('}')));
            if (begins >= 0) {
                statement.setLength(0);
            }
            statement.append(code.substring(begins + 1));
            if (SENTENCE.matcher(token.group()).matches()
                    && !FOR_ENGINEERS.matcher(statement).find()) {
                found.add(token.group());
            }
        }
        return found;
    }
}
