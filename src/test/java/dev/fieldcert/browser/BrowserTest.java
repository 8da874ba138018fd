package dev.fieldcert.browser;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Objective;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A newcomer in front of the local workspace, in a real browser; skipped where there is none. */
class BrowserTest extends InTheBrowser {

    private static final String ADA = "U0LOCALADA";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String COURSE = "applying-devops";
    private static final String PRACTICAL_COURSE = "analyze-territory";

    BrowserTest() {
        super(1280, 900);
    }

    private Visitor ada;

    @BeforeEach
    void arrive() {
        ada = visitor.arrivesAs("ada");
    }

    @Test
    void fromTheFirstWordToABadgeInTheTeamChannel() {
        ada.types("/cert");
        assertThat(ada.sees()).contains("Welcome to field certification");
        ada.types("/cert enroll " + COURSE);
        assertThat(ada.sees()).contains("card 1 of");

        ada.clicks("Next");
        assertThat(ada.sees()).contains("card 2 of");
        practises("✅ Right", true);
        practises("Not quite", false);
        practises("✅ Right", true);
        ada.clicks("Start the check");
        key.finish(ADA, ada, false);
        assertThat(ada.sees()).contains("Check not passed yet", "2 attempts left", "tomorrow at");

        ada.clicks("What’s next?");
        for (int lesson = 0; lesson < key.lessons(COURSE); lesson++) {
            practises("✅ Right", true);
        }
        assertThat(ada.sees()).contains("Your next attempt at the check opens tomorrow");
        ada.travels("time-day");
        ada.types("next").clicks("Start the check");
        key.finish(ADA, ada, true);

        assertThat(ada.seesMessages())
                .anyMatch(message -> message.contains("Check passed: Applying DevOps"))
                .anyMatch(message -> message.contains("You earned a badge"));
        ada.goesTo("field-certification");
        assertThat(ada.seesMessages()).hasSize(1);
        assertThat(ada.sees()).contains("@ada earned Applying DevOps");
    }

    @Test
    void aWeekOfTheProgramPassesWithOneContactOnEachWorkingDay() {
        ada.types("/cert enroll pipeline");
        int before = ada.seesWhen().size();
        List<DayOfWeek> contacts = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            ada.travels("time-day");
            List<Instant> now = ada.seesWhen();
            now.subList(before, now.size())
                    .forEach(contact -> contacts.add(contact.atZone(BERLIN).getDayOfWeek()));
            if (now.size() > before) {
                ada.types("next");
                ada.clicks(ada.seesTheButton("I’m ready") ? "I’m ready" : "Start the check");
                key.finish(ADA, ada, true);
            }
            before = ada.seesWhen().size();
        }
        assertThat(contacts).containsExactly(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, MONDAY);

        ada.travels("time-next");
        assertThat(ada.seesWhen()).hasSize(before + 1);
        assertThat(ada.sees()).contains("Next:");
        var next = ada.seesWhen().get(before).atZone(BERLIN);
        assertThat(next.getDayOfWeek()).isEqualTo(TUESDAY);
        assertThat(next.toLocalTime()).isBetween(LocalTime.of(9, 30), LocalTime.of(10, 0));
    }

    @Test
    void aNameInAListOfPeopleIsChosenByAClickOnIt() {
        ada.becomes("linus").opensHome().clicks("Admin").clicks("Enroll people");
        WebElement who = browser.findElement(By.cssSelector("dialog details.pop:has(input[type=checkbox])"));
        who.findElement(By.tagName("summary")).click();

        WebElement grace = who.findElements(By.tagName("label")).stream()
                .filter(label -> label.getText().contains("Grace Okafor"))
                .findFirst()
                .orElseThrow();
        new Actions(browser).moveToElement(grace, 20, 0).click().perform();

        assertThat(grace.findElement(By.tagName("input")).isSelected()).isTrue();
        assertThat(who.findElement(By.tagName("summary")).getText()).contains("Grace Okafor");
    }

    @Test
    void aPracticalIsHandedInReturnedHandedInAgainAndApproved() {
        ada.becomes("linus").goesToTheBot().types("/cert-admin manager @ada @grace");
        ada.becomes("ada").types("/cert enroll " + PRACTICAL_COURSE);
        for (int lesson = 0; lesson < key.lessons(PRACTICAL_COURSE); lesson++) {
            ada.clicks("I’m ready");
            key.finish(ADA, ada, true);
            ada.clicks("What’s next?");
        }
        ada.clicks("Start the check");
        key.finish(ADA, ada, true);
        ada.clicks("What’s next?").clicks("Submit");
        ada.enters("Your work", "My plan: banks & insurers").submits();

        ada.becomes("grace");
        assertThat(ada.sees()).contains("To review", "version 1", "My plan: banks & insurers");
        ada.clicks("Review");
        for (Assignment.Criterion criterion : assignment().criteria()) {
            marks(criterion, 2);
            ada.enters("Comment: " + criterion.title(), "Name the accounts & say why");
        }
        ada.ticks("Return for changes").submits();

        ada.becomes("ada");
        assertThat(ada.sees()).contains("Returned", "Name the accounts & say why");
        ada.clicks("Submit again");
        ada.enters("Your work", "The second plan").submits();

        ada.becomes("grace");
        assertThat(ada.sees()).contains("New version to review", "version 2", "The second plan");
        ada.clicks("Review");
        assignment().criteria().forEach(criterion -> marks(criterion, 4));
        ada.ticks("Approve").submits();

        ada.becomes("ada");
        assertThat(ada.seesMessages())
                .anyMatch(message -> message.contains("Approved"))
                .anyMatch(message -> message.contains("You earned a badge"));
        ada.goesTo("field-certification");
        assertThat(ada.sees()).contains("@ada earned");
    }

    private Assignment assignment() {
        return fieldCert
                .programs()
                .current()
                .course(PRACTICAL_COURSE)
                .flatMap(course -> course.objective("territory-plan"))
                .flatMap(Objective::assignment)
                .orElseThrow();
    }

    private void marks(Assignment.Criterion criterion, int points) {
        String level = points + " – " + criterion.levels().get(points - 1).replaceAll("\\s+", " ");
        ada.chooses("Points: " + criterion.title(), level.length() <= 75 ? level : level.substring(0, 74) + "…");
    }

    /** Practises the lesson that is open, sees how the first answer is marked, and goes on. */
    private void practises(String mark, boolean right) {
        ada.clicks("I’m ready");
        int before = ada.seesMessages().size();
        key.answer(ADA, ada, right);
        List<String> now = ada.seesMessages();
        assertThat(now).hasSize(before);
        assertThat(now.get(before - 1)).contains(mark, "Why:", "Next question");
        key.finish(ADA, ada, right);
        ada.clicks("What’s next?");
    }
}
