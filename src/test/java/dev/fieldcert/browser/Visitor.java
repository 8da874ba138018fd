package dev.fieldcert.browser;

import dev.fieldcert.conversation.Controls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody at the page of the local workspace, who finds things by what is written on them. Each deed returns when its
 * effect is on the screen; when she cannot find something, the test fails with what is there instead, and with a picture.
 */
final class Visitor implements Controls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "browser");

    private final ChromeDriver browser;
    private final String page;
    private final Runnable settle;

    /**
     * @param page the base URL of the local workspace
     * @param settle waits until the bot has nothing more to do
     */
    Visitor(ChromeDriver browser, String page, Runnable settle) {
        this.browser = browser;
        this.page = page;
        this.settle = settle;
    }

    /** Opens the page as the person with this handle. */
    Visitor arrivesAs(String handle) {
        browser.get(page + "/?as=" + handle);
        return caughtUp();
    }

    /** Opens the page again, as whoever she was. */
    Visitor returns() {
        browser.get(page + "/");
        return caughtUp();
    }

    /** Waits until a page that was left open has found a restarted FieldCert by itself. */
    Visitor isBack() {
        until(
                "the page has reconnected",
                () -> !browser.findElement(testId("trouble")).isDisplayed());
        return caughtUp();
    }

    Visitor becomes(String handle) {
        see(testId("persona-" + handle)).click();
        return caughtUp();
    }

    Visitor goesTo(String channel) {
        see(testId("channel-" + channel)).click();
        return caughtUp();
    }

    Visitor goesToTheBot() {
        see(testId("app-entry")).click();
        return opensTab("messages");
    }

    Visitor opensHome() {
        see(testId("app-entry")).click();
        return opensTab("home");
    }

    /** @param tab {@code home}, {@code messages} or {@code about} */
    Visitor opensTab(String tab) {
        see(testId("tab-" + tab)).click();
        return caughtUp();
    }

    Visitor types(String text) {
        see(testId("composer-input")).sendKeys(text, Keys.ENTER);
        until("the message is sent", () -> see(testId("composer")).getDomAttribute("aria-busy") == null);
        return caughtUp();
    }

    @Override
    public Visitor clicks(String label) {
        return press(see(last("//button[contains(@class, 'btn')]" + reading(label))));
    }

    /** Moves the clock with one of the page's buttons: {@code time-hour}, {@code time-day} or {@code time-next}. */
    Visitor travels(String button) {
        return press(see(testId(button)));
    }

    @Override
    public Visitor ticks(String... options) {
        for (String option : options) {
            WebElement choice = see(last("//label[contains(@class, 'choice')]" + reading(option)));
            // The driver scrolls just as far as it must, and the composer covers the last line.
            ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", choice);
            choice.click();
        }
        return this;
    }

    @Override
    public Visitor chooses(String menu, String option) {
        String quoted = quoted(menu);
        WebElement found = see(last("//select[@data-testid = concat('action-', " + quoted + ") or @aria-label = "
                + quoted + " or @id = //label[starts-with(normalize-space(.), " + quoted + ")]/@for]"));
        new Select(found).selectByVisibleText(option);
        return this;
    }

    /** Sends the form on top, which then closes. */
    Visitor submits() {
        press(see(testId("modal-submit")));
        until(
                "the form is closed",
                () -> browser.findElements(By.cssSelector("dialog[open]")).isEmpty());
        return caughtUp();
    }

    @Override
    public Visitor enters(String label, String text) {
        WebElement field =
                see(last("//*[(self::input or self::textarea) and (@id = //label[starts-with(normalize-space(.), "
                        + quoted(label) + ")]/@for or @aria-label = " + quoted(label) + ")]"));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** The newest message on the screen. */
    String sees() {
        List<String> all = seesMessages();
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** Every message of the conversation she is in, oldest first. */
    List<String> seesMessages() {
        return settled(() -> browser.findElements(testId("message")).stream()
                .map(WebElement::getText)
                .toList());
    }

    /** Everything on the stage: a conversation or the Home tab. */
    String seesOnTheStage() {
        return settled(() -> browser.findElement(By.id("stage")).getText());
    }

    /** Waits until the newest message says one of these. */
    Visitor readsAtLast(String... texts) {
        until("the newest message says " + String.join(" or ", texts), () -> {
            String newest = sees();
            return Arrays.stream(texts).anyMatch(newest::contains);
        });
        return this;
    }

    /** When the messages of the conversation she is in were written, oldest first. */
    List<Instant> seesWhen() {
        return settled(() -> browser.findElements(testId("message")).stream()
                .map(message -> message.getDomAttribute("data-ts"))
                .map(ts -> Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.')))))
                .toList());
    }

    /** Waits until Home has a picture in it, which the bot draws and uploads after the words. */
    Visitor seesThePicture() {
        By picture = By.cssSelector("#panel-home .block-image img");
        until("Home has its picture", () -> !browser.findElements(picture).isEmpty());
        return this;
    }

    /** Whether there is a button with this label now. */
    boolean seesAnywhere(String label) {
        return !browser.findElements(last("//button[contains(@class, 'btn')]" + reading(label)))
                .isEmpty();
    }

    /** Whether the newest message has a button with this label. */
    boolean seesTheButton(String label) {
        return !browser.findElements(By.xpath("(//article)[last()]//button" + reading(label)))
                .isEmpty();
    }

    /** Gives the open question some answer, right or wrong: whatever stands first is chosen or filled in, and sent. */
    Visitor answersSomehow() {
        return press(choosesSomething());
    }

    /** Gives some answer, and returns at once when the bot has acknowledged the click. */
    void answersSomehowAndLooksAway() {
        WebElement button = choosesSomething();
        button.click();
        arrived(button);
    }

    /** @return the button that sends the answer */
    private WebElement choosesSomething() {
        if (seesTheButton("Next question")) {
            clicks("Next question");
        }
        WebElement message =
                see(By.xpath("(//article[.//button[starts-with(@data-testid, 'action-answer')]])[last()]"));
        message.findElements(By.cssSelector("input[type=checkbox]")).stream()
                .findFirst()
                .ifPresent(WebElement::click);
        List<WebElement> menus = message.findElements(By.tagName("select"));
        for (int line = 0; line < menus.size(); line++) {
            var menu = new Select(menus.get(line));
            boolean eachOnce = !menu.getOptions().get(0).getText().equals("Choose");
            menu.selectByIndex(eachOnce ? line + 1 : 1);
        }
        message.findElements(By.cssSelector("input[type=text]")).forEach(field -> field.sendKeys("42"));
        return message.findElement(By.cssSelector("[data-testid^='action-answer']"));
    }

    void takesAPicture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Visitor press(WebElement button) {
        button.click();
        arrived(button);
        return caughtUp();
    }

    private void arrived(WebElement button) {
        until("the click has arrived", () -> {
            try {
                return button.getDomAttribute("aria-busy") == null;
            } catch (StaleElementReferenceException replaced) {
                return true;
            }
        });
    }

    /** Waits until the page shows the newest change in the workspace. */
    private Visitor caughtUp() {
        settle.run();
        long newest = newestChange();
        until("the page is up to date", () -> {
            String shows = browser.findElement(By.id("stage")).getDomAttribute("data-shows");
            return shows != null && !shows.isEmpty() && Long.parseLong(shows) >= newest;
        });
        return this;
    }

    /** The first thing that the stream of changes says is the number of the newest. */
    private long newestChange() {
        try (var stream = URI.create(page + "/local/updates").toURL().openStream();
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return Long.parseLong(lines.readLine().replace("data: ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement see(By what) {
        return until(
                "she sees " + what,
                () -> browser.findElements(what).stream()
                        .filter(WebElement::isDisplayed)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    /** Reads what may be redrawn meanwhile; never {@code null} or {@code false}, which mean "not yet". */
    private <T> T settled(Supplier<T> reading) {
        return until("the screen stands still", reading);
    }

    private <T> T until(String what, Supplier<T> condition) {
        try {
            return new WebDriverWait(browser, PATIENCE, Duration.ofMillis(30))
                    .ignoring(StaleElementReferenceException.class)
                    .until(driver -> condition.get());
        } catch (TimeoutException e) {
            takesAPicture("not-seen");
            throw new AssertionError(
                    "Waited in vain until %s. On the screen (target/browser/not-seen.png):%n%s"
                            .formatted(
                                    what,
                                    browser.findElement(By.tagName("body")).getText()),
                    e);
        }
    }

    private static By testId(String id) {
        return By.cssSelector("[data-testid='" + id + "']");
    }

    private static By last(String path) {
        return By.xpath("(" + path + ")[last()]");
    }

    private static String reading(String words) {
        return "[normalize-space(.) = normalize-space(" + quoted(words) + ")]";
    }

    private static String quoted(String words) {
        return "concat('', \"" + words.replace("\"", "\", '\"', \"") + "\")";
    }
}
