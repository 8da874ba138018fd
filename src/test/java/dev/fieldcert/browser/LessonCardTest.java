package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.lesson.LessonMessages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Each card of the built-in program on a telephone. */
class LessonCardTest {

    private static final int HEIGHT = 844;

    @TempDir
    Path profile;

    @Test
    void aCardIsAtMostOneAndAHalfScreens() throws Exception {
        Chromium.assumeInstalled();
        List<String> names = new ArrayList<>();
        try (LocalWorkspace workspace =
                LocalWorkspace.start(Settings.inMemory(Clock.systemUTC()).withPage(List.of(), Optional.empty()))) {
            MethodsClient bot = Slack.getInstance(config(workspace))
                    .methods(workspace.settings().botToken());
            String dm = workspace.person("ada").directMessage();
            for (Course course :
                    CurriculumReader.read(ProgramFiles.builtIn()).readable().courses()) {
                for (Objective objective : course.objectives()) {
                    for (int card = 0; card < objective.lesson().cards().size(); card++) {
                        post(bot, dm, LessonMessages.card(course, objective, card));
                        names.add(course.id() + "/" + objective.id() + " card " + (card + 1));
                    }
                }
            }
            assertThat(tooTall(workspace, names)).isEmpty();
        }
    }

    private static SlackConfig config(LocalWorkspace workspace) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
        return config;
    }

    private static void post(MethodsClient bot, String channel, SlackMessage message) throws Exception {
        assertThat(bot.chatPostMessage(request ->
                                request.channel(channel).text(message.text()).blocks(message.blocks()))
                        .getError())
                .isNull();
    }

    private List<String> tooTall(LocalWorkspace workspace, List<String> names) {
        ChromeDriver browser = Chromium.open(profile, 390, HEIGHT);
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 390, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", true));
            browser.get(workspace.base() + "/?as=ada");
            new WebDriverWait(browser, java.time.Duration.ofSeconds(60))
                    .until(driver -> browser.findElements(org.openqa.selenium.By.cssSelector("#log article"))
                                    .size()
                            == names.size());
            @SuppressWarnings("unchecked")
            List<Number> heights = (List<Number>) browser.executeScript(
                    "return [...document.querySelectorAll('#log article')].map((card) => card.offsetHeight)");
            List<String> tall = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (heights.get(i).intValue() > 1.5 * HEIGHT) {
                    tall.add(names.get(i) + ": " + heights.get(i) + " pixels");
                }
            }
            return tall;
        } finally {
            browser.quit();
        }
    }
}
