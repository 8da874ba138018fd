package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.conversation.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A stranger in front of the public page of a badge that was earned in the local workspace, on a telephone and at a desk,
 * by day and by night. What they see lies in {@code target/browser} afterwards, to be looked at.
 */
class BadgePageTest {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final String REASON = "The check was taken by somebody else";

    @TempDir
    Path folder;

    private LocalFieldCert fieldCert;
    private ChromeDriver browser;
    private Person ada;
    private Person linus;

    @BeforeEach
    void open() throws IOException {
        Chromium.assumeInstalled();
        fieldCert = LocalFieldCert.start(folder.resolve("data"));
        browser = Chromium.open(folder.resolve("profile"), 1280, 900);
        ada = fieldCert.person("ada");
        linus = fieldCert.person("linus");
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

    private GivenBadge earns(String course) {
        ada.types("/cert enroll " + course);
        ada.types("next").clicks("Take the knowledge check");
        fieldCert.answerKey().finish(ada.id(), ada, true);
        return fieldCert.bean(Awards.class).of(ada.id()).get(0);
    }

    private void opens(GivenBadge badge) {
        browser.get(fieldCert.publicPages() + "/badges/" + badge.award().id());
    }

    private String sees() {
        return browser.findElement(By.tagName("main")).getText();
    }

    /** On a telephone and at a desk, light and dark: all of it fits the width. */
    private void looks(String name) throws IOException {
        for (int width : new int[] {390, 1280}) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
                browser.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits %d pixels", name, width)
                        .isEqualTo(true);
                assertThat(browser.executeScript("return getComputedStyle(document.body).backgroundColor"))
                        .as("%s, %s", name, scheme)
                        .isEqualTo(scheme.equals("light") ? "rgb(255, 255, 255)" : "rgb(22, 24, 29)");
                Files.createDirectories(PICTURES);
                Files.write(
                        PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"),
                        browser.getScreenshotAs(OutputType.BYTES));
            }
        }
    }

    @Test
    void aStrangerSeesWhatABadgeIsWorth() throws Exception {
        GivenBadge badge = earns("use-case-ci");
        opens(badge);
        assertThat(browser.getTitle()).startsWith("Use Case: Continuous Integration");
        assertThat(sees())
                .contains("Valid until", "only if they choose to be", "each objective passed on its own")
                .doesNotContain("Earned by", "4 of 4 right");
        assertThat(browser.executeScript("return document.querySelector('.picture').naturalWidth > 0"))
                .isEqualTo(true);
        looks("badge-valid");

        ada.types("/cert settings");
        ada.ticks("Show my name and scores on my badges’ public pages").submits();
        opens(badge);
        assertThat(sees())
                .contains("Earned by", "on November 2, 2026", "tested out, 4 of 4 right")
                .doesNotContain("only if they choose to be");

        GivenBadge other = earns("use-case-devsecops");
        linus.types("/cert-admin revoke @ada use-case-ci-101 " + REASON);
        linus.clicks("Revoke");
        opens(badge);
        assertThat(sees()).contains("Revoked on November 2, 2026", "Reason: " + REASON);
        looks("badge-revoked");

        travels("P366D");
        opens(other);
        assertThat(sees()).contains("Expired on November 2, 2027");
        looks("badge-expired");
    }

    @Test
    void aStrangerVerifiesABadgeByItsFileOrItsText() throws IOException {
        GivenBadge badge = earns("use-case-ci");
        opens(badge);
        goesOn(By.linkText("Verify another badge"));

        uploads("badge.png", badge.issued().png());
        assertThat(sees()).contains("Signature: passed", "Issuer: passed", "Picture: passed");
        looks("verified");
        uploads("badge.svg", badge.issued().svg().getBytes(StandardCharsets.UTF_8));
        assertThat(sees()).contains("Signature: passed", "Picture: passed");
        pastes(badge.issued().token());
        assertThat(sees()).contains("Signature: passed", "Dates: passed");
        pastes(badge.issued().json());
        assertThat(sees()).contains("Signature: passed");

        pastes(badge.issued().json().replace("Use Case: Continuous Integration", "Chief Architect"));
        assertThat(sees()).contains("This badge isn’t valid", "Signature: failed", "they were changed after signing");
        looks("tampered");
    }

    private void uploads(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        browser.findElement(By.id("file")).sendKeys(file.toString());
        goesOn(By.cssSelector("form button"));
    }

    private void pastes(String text) {
        browser.executeScript("document.getElementById('text').value = arguments[0]", text);
        goesOn(By.cssSelector("form button"));
    }

    /** Clicks what leads to another page, and waits for that. */
    private void goesOn(By what) {
        browser.executeScript("window.before = true");
        browser.findElement(what).click();
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .ignoring(WebDriverException.class)
                .until(driver -> Boolean.TRUE.equals(
                        browser.executeScript("return !window.before && document.readyState === 'complete'")));
    }

    private void travels(String by) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(fieldCert.workspace().base() + "/local/time/advance"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"" + by + "\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
