package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Somebody learns on a telephone. What they see lies in {@code target/browser} afterwards. */
class PhoneTest {

    @TempDir
    Path folder;

    private LocalFieldCert fieldCert;
    private ChromeDriver browser;
    private Visitor ada;

    @BeforeEach
    void open() throws IOException {
        Chromium.assumeInstalled();
        fieldCert = LocalFieldCert.start(folder.resolve("data"));
        browser = Chromium.open(folder.resolve("profile"), 390, 844);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        ada = new Visitor(browser, fieldCert.workspace().base(), fieldCert::settle).arrivesAs("ada");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (fieldCert != null) {
            fieldCert.close();
        }
    }

    @Test
    void eachCardIsSeenFromItsStart() {
        ada.types("/cert enroll applying-devops");
        assertThat(ada.sees()).contains("card 1 of");
        ada.takesAPicture("phone-card-1");
        assertThat(newestStartsInSight()).as("card 1").isTrue();
        int card = 1;
        while (ada.seesTheButton("Next")) {
            ada.clicks("Next");
            card++;
            assertThat(ada.sees()).contains("card " + card + " of");
            ada.takesAPicture("phone-card-" + card);
            assertThat(newestStartsInSight()).as("card " + card).isTrue();
        }
        assertThat(card).isGreaterThan(3);
    }

    private boolean newestStartsInSight() {
        return Boolean.TRUE.equals(browser.executeScript("""
                const frame = document.getElementById("log-frame").getBoundingClientRect();
                const card = [...document.querySelectorAll("#log article")].at(-1).getBoundingClientRect();
                return card.top >= frame.top - 1 && card.top < frame.bottom - 100;
                """));
    }
}
