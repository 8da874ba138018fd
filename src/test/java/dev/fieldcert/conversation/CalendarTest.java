package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.env.Environment;

/** A learner's due dates in their own calendar. */
class CalendarTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT =
            FieldCert.with(Map.of("fieldcert.slack.public-url", "https://cert.example.com"));

    private static final String COURSE = "applying-devops";
    private static final Pattern LINK = Pattern.compile("https://cert\\.example\\.com(/calendar/[\\w-]{32}\\.ics)");

    private Person ada;
    private Person boss;

    @BeforeEach
    void adaHasSomethingDue() {
        ada = FIELD_CERT.hires("ada");
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada.types("/cert enroll " + COURSE);
        boss.types("/cert-admin due " + handle() + " " + COURSE + " 2026-12-18");
    }

    private String handle() {
        return "@" + FIELD_CERT.learner(ada).profile().email().replace("@example.com", "");
    }

    private static HttpResponse<String> get(String path) {
        int port = FIELD_CERT.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String link() {
        Matcher link = LINK.matcher(ada.sees());
        assertThat(link.find()).as(ada.sees()).isTrue();
        return link.group(1);
    }

    @Test
    void aLinkShowsWhatIsDueUntilItIsReplacedOrTurnedOff() {
        ada.goesToTheBot().types("/cert calendar");
        assertThat(ada.sees()).contains("Fri, Dec 18, 2026", "Due: Applying DevOps");
        ada.clicks("Get a link");
        String first = link();
        HttpResponse<String> calendar = get(first);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.body())
                .contains("DTSTART;VALUE=DATE:20261218", "SUMMARY:Due: Applying DevOps")
                .doesNotContain(ada.id(), "ada");

        boss.types("/cert-admin due " + handle() + " " + COURSE + " 2027-01-15");
        assertThat(get(first).body()).contains("DTSTART;VALUE=DATE:20270115");

        ada.clicks("Get a new link");
        String second = link();
        assertThat(second).isNotEqualTo(first);
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);

        ada.clicks("Turn the link off");
        assertThat(ada.sees()).contains("Your calendar link is off");
        assertThat(get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileIsSentToTheirDm() {
        ada.goesToTheBot().types("/cert calendar");
        ada.clicks("Get a file");
        assertThat(ada.goesToTheBot().seesMessages()).anyMatch(message -> message.contains("[file fieldcert.ics]"));
    }

    @Test
    void theLinkOfSomebodyWhoIsErasedLeadsNowhere() {
        ada.goesToTheBot().types("/cert calendar");
        ada.clicks("Get a link");
        String link = link();
        boss.types("/cert-admin erase " + handle()).clicks("Erase for good");
        AdminWork.isDone(FIELD_CERT);
        assertThat(get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsInNothingIsToldSoAndAGuessLeadsNowhere() {
        Person mia = FIELD_CERT.hires("mia");
        mia.types("/cert calendar");
        assertThat(mia.sees()).contains("You’re not enrolled in anything yet");
        assertThat(get("/calendar/" + "a".repeat(32) + ".ics").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/short.ics").statusCode()).isEqualTo(404);
    }
}
