package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Draws the pictures of {@code docs/images} anew, from real screens:
 * {@code ./mvnw test -Dtest=ReadmePictures}. Its name keeps it out of the usual tests.
 */
class ReadmePictures extends InTheBrowser {

    private static final Path IMAGES = Path.of("docs", "images");
    private static final String FIRST_COURSE = "applying-devops";
    private static final String PRACTICAL_COURSE = "analyze-territory";

    ReadmePictures() {
        super(1040, 1500);
    }

    @Test
    void theReadmeShowsWhatPeopleSee() throws IOException {
        Person linus = person("linus");
        linus.types("/cert-admin manager @ada @grace").types("/cert-admin manager @mei @grace");
        linus.types("/cert-admin enroll @mei use-cases due 2026-12-18");
        Person mei = person("mei");
        mei.types("/cert enroll " + PRACTICAL_COURSE).goesToTheBot();
        learns(mei, PRACTICAL_COURSE, true);
        mei.clicks("What’s next?").clicks("Submit");
        mei.enters("Your work", "Twelve insurers, three tiers; first calls this month.")
                .submits();
        Person ada = person("ada");
        ada.types("/cert enroll pipeline").goesToTheBot();
        visitor.arrivesAs("ada").travels("time-day").travels("time-day");
        learns(ada, FIRST_COURSE, true);
        ada.clicks("What’s next?").clicks("I’m ready");
        findsAShortMistake(ada);

        visitor.arrivesAs("ada").goesToTheBot();
        pictureOf("#log article:last-of-type", "conversation");
        visitor.goesTo("field-certification");
        pictureOf("#log article:last-of-type", "announcement");
        visitor.opensHome();
        visitor.seesThePicture();
        pictureOf("#panel-home .block-image img", "journey");
        for (String scheme : List.of("light", "dark")) {
            prefers(scheme);
            home("ada", "My journey", "home-learner-" + scheme);
            home("grace", "My team", "home-manager-" + scheme);
            home("linus", "Admin", "home-admin-" + scheme);
        }
        onAPhone();
    }

    /** Not for the README, but to be looked at in {@code target/browser}. */
    private void onAPhone() {
        asAPhone(390, 844);
        visitor.arrivesAs("ada").opensTab("home").takesAPicture("phone-home");
        visitor.opensTab("messages").takesAPicture("phone-question");
        visitor.types("/cert settings").takesAPicture("phone-settings");
    }

    /** Until a question that was answered wrongly, and the next one, fit a picture. */
    private void findsAShortMistake(Person person) {
        while (true) {
            key.answer(person.id(), person, false);
            List<String> all = person.seesMessages();
            String graded = all.get(all.size() - 1);
            if (graded.contains("Not quite") && graded.contains("Next question") && graded.length() < 900) {
                return;
            }
            if (key.attempt(person.id()).isEmpty()) {
                person.clicks("What’s next?").clicks("I’m ready");
            }
        }
    }

    private Person person(String handle) {
        return new Person(fieldCert.workspace(), fieldCert.workspace().person(handle), fieldCert::settle);
    }

    private void learns(Person person, String course, boolean right) {
        for (int lesson = 0; lesson < key.lessons(course); lesson++) {
            person.clicks("I’m ready");
            key.finish(person.id(), person, right);
            person.clicks("What’s next?");
        }
        person.clicks("Start the check");
        key.finish(person.id(), person, right);
    }

    /** @param tab the button that leads there; a Home with the journey alone has none */
    private void home(String handle, String tab, String name) throws IOException {
        visitor.becomes(handle).opensHome();
        if (visitor.seesAnywhere(tab)) {
            visitor.clicks(tab);
        } else if (!tab.equals("My journey")) {
            return;
        }
        pictureOf("#panel-home > .blocks", name);
    }

    /** What these elements cover, with a margin and at twice the size; what is below the fold is left out. */
    private void pictureOf(String elements, String name) throws IOException {
        Object box = browser.executeScript("""
                const found = [...document.querySelectorAll(arguments[0])];
                found.forEach((one) => one.scrollIntoView({ block: "nearest" }));
                const boxes = found.map((one) => one.getBoundingClientRect());
                const stage = document.getElementById("stage").getBoundingClientRect();
                const head = document.querySelector(".stage-head").getBoundingClientRect().bottom;
                const foot = Math.min(stage.bottom, document.getElementById("composer").getBoundingClientRect().top || 1e9);
                const top = Math.max(head + 1, Math.min(...boxes.map((one) => one.top)) - (arguments[0].endsWith("> .blocks") ? 12 : 0));
                const left = Math.max(stage.left, Math.min(...boxes.map((one) => one.left)) - 16);
                const right = Math.min(stage.left + 756, Math.max(...boxes.map((one) => one.right)) + 16);
                const bottom = Math.min(foot, Math.max(...boxes.map((one) => one.bottom)) + 4, top + 800);
                return { x: left, y: top, width: right - left, height: bottom - top, scale: 2 };
                """, elements);
        assertThat(box).isNotNull();
        Map<String, Object> taken =
                browser.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", box));
        Files.createDirectories(IMAGES);
        Files.write(
                IMAGES.resolve(name + ".png"),
                Base64.getDecoder().decode(taken.get("data").toString()));
    }
}
