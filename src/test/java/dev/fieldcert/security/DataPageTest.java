package dev.fieldcert.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/data.md} says what is stored: all of it. */
class DataPageTest {

    private static final Pattern COLLECTION = Pattern.compile("@Document\\(\"(\\w+)\"\\)");

    @Test
    void everyCollectionIsOnThisPage() throws IOException {
        String page = Files.readString(Path.of("docs/data.md"));
        TreeSet<String> collections = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                COLLECTION
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> collections.add(found.group(1)));
            }
        }

        assertThat(collections).hasSizeGreaterThan(30);
        assertThat(collections).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
