package dev.fieldcert.itemanalysis.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.SmallCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything as a file. */
class ItemsFileTest {

    private static final Course COURSE =
            SmallCourse.program().course(SmallCourse.COURSE).orElseThrow();
    private static final Objective OBJECTIVE = COURSE.objectives().get(0);

    @TempDir
    Path folder;

    private static Response response(long key, boolean right, int option) {
        return new Response(key, key, right ? 1 : 0, 0.5, 3, 10, right ? Confidence.CERTAIN : null, 1 << option, true);
    }

    @Test
    void aRowHasAllFiguresAndWhatIsNotTaughtHasNoOptions() throws IOException {
        List<Response> responses = List.of(response(1, true, 0), response(2, false, 1));
        CountedItem now = CountedItem.of(new ItemKey("plans", "first-c1", "w1", Mode.CHECK), "first", "v1", responses);
        CountedItem before =
                CountedItem.of(new ItemKey("plans", "first-c1", "w0", Mode.CHECK), "first", "v0", responses);
        Item item = new Item(
                COURSE,
                OBJECTIVE,
                SmallCourse.question("first-c1"),
                "w1",
                Mode.CHECK,
                ItemStatistics.of(responses),
                List.of(new Finding.Reported(2), new Finding.Everybody(40, 0.1)));
        Path file = folder.resolve("items.csv");

        assertThat(ItemsFile.write(file, List.of(before, now), List.of(item))).isEqualTo(2);

        List<String> lines = Files.readString(file).lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFF" + String.join(",", ItemsFile.COLUMNS));
        assertThat(lines.get(1))
                .startsWith("plans,first,first-c1,check,w0,no,2,2,0.500000,")
                .endsWith(",,,");
        assertThat(lines.get(2))
                .startsWith(
                        "plans,first,first-c1,check,w1,yes,2,2,0.500000,0.094531,0.905469,0.707107,,,,,2,10.000000,2,")
                .endsWith(",0,0,0,0,1,1,true:1:0.500000 | false:1:0.500000,reported,everybody-right");
    }

    @Test
    void thePageForAuthorsSaysWhatEachColumnIs() throws IOException {
        String page = Files.readString(Path.of("docs/writing-a-course.md"));
        String section = page.substring(page.indexOf("### The columns of `items csv`"));

        assertThat(Pattern.compile("^\\| ((?:`\\w+`(?:, )?)+) \\|", Pattern.MULTILINE)
                        .matcher(section.substring(0, section.indexOf("\n## ")))
                        .results()
                        .flatMap(row -> List.of(row.group(1).replace("`", "").split(", ")).stream()))
                .containsExactlyElementsOf(ItemsFile.COLUMNS);
    }
}
