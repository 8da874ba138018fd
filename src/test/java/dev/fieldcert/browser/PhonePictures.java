package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Shows each card that has a picture, and each job aid, on a phone, to be looked at in {@code target/browser}:
 * {@code ./mvnw test -Dtest=PhonePictures}. Its name keeps it out of the usual tests.
 */
class PhonePictures {

    @TempDir
    Path folder;

    private LocalFieldCert fieldCert;
    private ChromeDriver browser;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        Chromium.assumeInstalled();
        fieldCert = LocalFieldCert.start(folder.resolve("data"));
        browser = Chromium.open(folder.resolve("profile"), 390, 900);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 900, "deviceScaleFactor", 2, "mobile", false));
        visitor = new Visitor(browser, fieldCert.workspace().base(), fieldCert::settle);
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
    void cardsWithPictures() {
        Person ada = fieldCert.person("ada");
        int shown = 0;
        for (Course course : fieldCert.programs().current().courses()) {
            ada.types("/cert enroll " + course.id());
            for (Objective objective : course.objectives()) {
                for (int card = 0; card < objective.lesson().cards().size(); card++) {
                    if (objective.lesson().cards().get(card).picture().isPresent()) {
                        String turn = ada.sees().contains("[Next]") ? "Next" : "Back";
                        ada.click(ada.button(turn).tamperedWith(course.id() + "|" + objective.id() + "|" + card));
                        take("card-" + objective.id(), shown++ % 2 == 0 ? "light" : "dark");
                    }
                }
            }
        }
        assertThat(shown).isGreaterThanOrEqualTo(6);
    }

    @Test
    void jobAids() {
        Person ada = fieldCert.person("ada");
        ada.types("aids");
        take("aids", "light");
        for (Course course : fieldCert.programs().current().courses()) {
            course.aids().forEach(aid -> {
                ada.types("aids").clicks("Send: " + aid.title());
                take("aid-" + aid.id(), "light");
            });
        }
        ada.types("aids").clicks("Send: Gap and coverage").clicks("Put in your numbers");
        ada.enters("Quota of the period", "600k")
                .enters("Closed won so far", "210k")
                .enters("Open deals in Commit", "150k")
                .enters("Open deals in Best Case", "200k")
                .enters("All open pipeline of the period", "900k")
                .submits();
        take("aid-calculated", "dark");
        ada.types("tasks");
        take("tasks", "light");
    }

    private void take(String name, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        visitor.arrivesAs("ada").opensTab("messages").takesAPicture("phone-" + name);
    }
}
