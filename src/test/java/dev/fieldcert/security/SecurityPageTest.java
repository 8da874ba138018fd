package dev.fieldcert.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/security.md} and {@code docs/data.md} say by which test each promise is kept: those tests exist. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/data.md"})
    void everyTestThatIsNamedExists(String page) throws IOException {
        List<MatchResult> named =
                NAMED.matcher(Files.readString(Path.of(page))).results().toList();

        assertThat(named).isNotEmpty();
        for (MatchResult test : named) {
            String source = source(test.group(1) + ".java");
            if (test.group(2) != null) {
                assertThat(source).as(test.group()).contains(" " + test.group(2));
            }
        }
    }

    /** All classes of that name: two packages have a test of hostile input. */
    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found = files.filter(file -> file.endsWith(name)).toList();
            assertThat(found).as(name).isNotEmpty();
            StringBuilder sources = new StringBuilder();
            for (Path file : found) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        }
    }
}
