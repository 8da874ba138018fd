package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import org.junit.jupiter.api.Test;

/**
 * Shows on a phone each card that has a picture, each job aid, a result and what comes after the badge, to be looked at in
 * {@code target/browser}: {@code ./mvnw test -Dtest=PhonePictures}. Its name keeps it out of the usual tests.
 */
class PhonePictures extends InTheBrowser {

    PhonePictures() {
        super(390, 844);
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
        ada.types("aids").clicks("Send: Gap and coverage").clicks("Enter your numbers");
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

    @Test
    void resultsAndWhatComesAfterTheBadge() {
        Person ada = fieldCert.person("ada");
        comesToTheCheck(ada);
        key.finish(ada.id(), ada, false);
        take("result-failed", "light");
        ada.clicks(ada.sees().replaceAll("(?s).*\\[(What I missed \\(\\d+\\))].*", "$1"));
        take("missed", "dark");
        Person mei = fieldCert.person("mei");
        comesToTheCheck(mei);
        key.finish(mei.id(), mei, true);
        visitor.arrivesAs("mei").travels("time-day").travels("time-day").travels("time-day");
        // It is evening where Mei is: the bot does not ask on its own then.
        mei.types("review");
        take("mei", "retrieval", "light");
        take("mei", "retrieval-dark", "dark");
        key.answer(mei.id(), mei, false);
        take("mei", "retrieval-missed", "light");
        mei.types("memory");
        take("mei", "memory", "dark");
    }

    private void comesToTheCheck(Person person) {
        person.types("/cert enroll applying-devops").goesToTheBot();
        for (int lesson = 0; lesson < key.lessons("applying-devops"); lesson++) {
            person.clicks("I’m ready");
            key.finish(person.id(), person, true);
            person.clicks("What’s next?");
        }
        person.clicks("Start the check");
    }

    private void take(String name, String scheme) {
        take("ada", name, scheme);
    }

    private void take(String handle, String name, String scheme) {
        prefers(scheme);
        visitor.arrivesAs(handle).opensTab("messages").takesAPicture("phone-" + name);
    }
}
