package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fieldcert.local.workspace.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser; skipped where there is no Chromium. */
class PageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    Path profile;

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private LocalWorkspace workspace;
    private DemoBot bot;
    private ChromeDriver browser;

    @BeforeEach
    void open() {
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "no Chromium here");
        workspace = LocalWorkspace.start(Settings.inMemory(Clock.systemUTC())
                .withPage(List.of(new Settings.Command("/cert", "start | help", "learning")), Optional.empty())
                .withBotReadyWhen(ready::get));
        bot = new DemoBot(workspace);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--window-size=1200,900");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
        browser.get(workspace.base() + "/?as=ada");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (workspace != null) {
            bot.close();
            workspace.close();
        }
    }

    @Test
    void aPersonTypesClicksFillsInAFormAndReads() {
        see("composer-input").sendKeys("/cert help", Keys.ENTER);
        assertThat(see("only-visible-to-you").getText()).isEqualTo("Only visible to you");
        see("composer-input").sendKeys("next", Keys.ENTER);
        see("action-form").click();
        see("modal-submit").click();
        assertThat(see("field-error").getText()).isEqualTo("Please complete this required field.");
        see("action-text").sendKeys("I liked the cards");
        see("action-n").sendKeys("5", Keys.ENTER);
        waitFor("Thank you. We read every word.");
        assertThat(browser.findElement(By.cssSelector("[data-testid=modal]")).isDisplayed())
                .isFalse();
    }

    @Test
    void anAnswerIsTickedWithTheKeyboardAndTheChannelCountsTheBadge() {
        see("composer-input").sendKeys("next", Keys.ENTER);
        see("action-ready").click();
        see("action-pick").findElement(By.cssSelector("input")).sendKeys(Keys.SPACE);
        see("action-answer").sendKeys(Keys.ENTER);
        waitFor("Lead time and time to restore are two of the four keys.");
        assertThat(see("channel-field-certification-unread").getText()).startsWith("1");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        assertThat(see("menu-unread").getText()).isEqualTo("1");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        see("channel-field-certification").click();
        waitFor("@ada earned the badge Applying DevOps");
    }

    @Test
    void whatIsTypedWhileTheBotStartsIsGivenBackAndCanBeSentAgain() {
        see("persona-ada");
        waitFor("Nothing here yet");
        ready.set(false);
        see("composer-input").sendKeys("next", Keys.ENTER);
        assertThat(see("toast").getText()).contains("FieldCert is starting");
        assertThat(see("composer-input").getDomProperty("value")).isEqualTo("next");

        ready.set(true);
        see("composer-input").sendKeys(Keys.ENTER);
        assertThat(see("action-form").isDisplayed()).isTrue();
    }

    @Test
    void aPageThatIsOpenedDuringTheStartSaysSoAndGoesOnByItself() {
        ready.set(false);
        browser.navigate().refresh();
        assertThat(see("trouble").getText()).contains("FieldCert is starting");

        ready.set(true);
        assertThat(see("persona-ada").isDisplayed()).isTrue();
        new WebDriverWait(browser, Duration.ofSeconds(10))
                .until(driver -> !driver.findElement(By.id("trouble")).isDisplayed());
    }

    @Test
    void theHomeTabIsPublishedForWhoeverOpensIt() {
        see("tab-home").click();
        waitFor("2 of 5 courses");
        see("persona-mei").click();
        waitFor("2 of 5 courses");
        assertThat(workspace.person("mei").home()).isPresent();
    }

    private WebElement see(String testId) {
        return new WebDriverWait(browser, Duration.ofSeconds(10))
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> driver.findElements(By.cssSelector("[data-testid='" + testId + "']")).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    private void waitFor(String text) {
        new WebDriverWait(browser, Duration.ofSeconds(10))
                .until(driver -> driver.findElement(By.id("stage")).getText().contains(text));
    }
}
