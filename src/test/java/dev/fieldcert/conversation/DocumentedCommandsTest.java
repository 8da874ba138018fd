package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.lint.DmWords;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code docs/commands.md} lists what the help lists, in the same words; {@code -Dgolden=write} writes the lists anew. */
class DocumentedCommandsTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private static final Path PAGE = Path.of("docs/commands.md");
    private static final String FOR_MANAGERS = "for managers: ";

    @Test
    void thePageListsWhatTheHelpLists() throws IOException {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        List<MatchResult> learners = help(boss, "/cert");
        List<MatchResult> admins = help(boss, "/cert-admin");
        assertThat(learners).hasSizeGreaterThan(10);
        assertThat(admins).hasSizeGreaterThan(20);
        assertThat(learners)
                .as("what the linter takes for a command")
                .extracting(line -> line.group(1).split(" ")[0])
                .containsExactlyInAnyOrderElementsOf(DmWords.COMMANDS);
        assertThat(admins.get(admins.size() - 1).group(1)).as("the last of all").isEqualTo("help");
        String page = Files.readString(PAGE);
        String written = with(page, "learners", rows(learners, false));
        written = with(written, "managers", rows(learners, true));
        written = with(written, "admins", rows(admins, false));

        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page).as("the lists in %s", PAGE).isEqualTo(written);
        }
    }

    private static List<MatchResult> help(Person person, String command) {
        person.types(command + " help");
        return Pattern.compile("`" + command + " ([^`]+)` – (.+)")
                .matcher(person.sees())
                .results()
                .toList();
    }

    private static String rows(List<MatchResult> help, boolean forManagers) {
        return help.stream()
                .filter(line -> line.group(2).startsWith(FOR_MANAGERS) == forManagers)
                .map(line -> "| `" + line.group(1).replace("|", "\\|") + "` | "
                        + line.group(2).replace(FOR_MANAGERS, "") + " |\n")
                .collect(Collectors.joining());
    }

    private static String with(String page, String list, String rows) {
        String begin = "<!-- " + list + " -->\n";
        int from = page.indexOf("|---|---|\n", page.indexOf(begin)) + "|---|---|\n".length();
        int to = page.indexOf("<!-- end -->", from);
        assertThat(page).contains(begin);
        return page.substring(0, from) + rows + page.substring(to);
    }
}
