package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** The whole program is killed while somebody learns, and started again on the same data. */
class RestartTest {

    private static final Pattern QUESTION = Pattern.compile("Practice: question (\\d+) of");

    @TempDir
    Path folder;

    private FieldCertProcess fieldCert;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws Exception {
        Chromium.assumeInstalled();
        fieldCert = FieldCertProcess.start(folder.resolve("data"), 0);
        browser = Chromium.open(folder.resolve("profile"), 1280, 900);
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.quit();
        }
        if (fieldCert != null) {
            fieldCert.kill();
        }
    }

    @Test
    void aKilledProgramContinuesExactlyWhereItWas() throws Exception {
        Visitor mei = new Visitor(browser, fieldCert.page(), () -> {}).arrivesAs("mei");
        mei.types("/cert enroll applying-devops").readsAtLast("card 1 of");
        mei.clicks("Next").readsAtLast("card 2 of");
        mei.clicks("I’m ready").readsAtLast("question 1 of");
        mei.answersSomehow().readsAtLast("Next question");
        mei.clicks("Next question").readsAtLast("question 2 of");
        List<String> before = mei.seesMessages();

        restart();
        mei.isBack();
        assertThat(mei.seesMessages()).isEqualTo(before);

        mei.answersSomehowAndLooksAway();
        restart();
        mei.returns();
        while (!mei.readsAtLast("Next question", "What’s next?").seesTheButton("What’s next?")) {
            mei.answersSomehow();
        }

        List<String> questions = mei.seesMessages().stream()
                .map(QUESTION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(mei.seesMessages())
                .filteredOn(message -> message.contains("on this practice"))
                .hasSize(1);
    }

    private void restart() throws Exception {
        fieldCert.kill();
        fieldCert = FieldCertProcess.start(folder.resolve("data"), fieldCert.port());
    }
}
