package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many people as a large company has, all of them real: in the workspace, in the store and on the screens. Each build
 * enrolls a thousand; {@code -Dcrowd=5000} as many as the largest channel we know of.
 */
class LargeCrowdTest {

    private static final int MEMBERS = Integer.getInteger("crowd", 1000);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Instant IN_THE_NIGHT = Instant.parse("2026-11-03T06:00:00Z");
    private static final int REPORTS = 400;
    private static final String COURSE = "applying-devops";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.onItsOwn();

    private final Learners learners = FIELD_CERT.bean(Learners.class);

    private static PersonClient[] people(String name, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> FIELD_CERT.workspace().person(PersonSpec.named(name + i)))
                .toArray(PersonClient[]::new);
    }

    /** In the evening: whoever is enrolled hears of it in the morning. */
    @Test
    void aLargeChannelIsEnrolledByADryRunAndItsButton() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        PersonClient[] recipients = people("seller", MEMBERS);
        // The bot comes last, so that it is not told of each of them.
        FIELD_CERT
                .workspace()
                .channel("all-of-sales")
                .removesTheBot()
                .invites(recipients)
                .invitesTheBot();
        FIELD_CERT.clock().moveTo("2026-11-02T20:00:00Z");
        String all = "%,d people".formatted(MEMBERS);

        boss.types("/cert-admin enroll #all-of-sales " + COURSE + " due 2027-03-31");
        AdminWork.isDone(FIELD_CERT, LONGEST);
        assertThat(boss.goesToTheBot().sees())
                .contains(
                        "Dry run: " + all + " to enroll", "and %,d more".formatted(MEMBERS - 20), "Bots, skipped (1)");
        assertThat(learners.count()).isZero();
        boss.clicks("Enroll " + all);
        AdminWork.isDone(FIELD_CERT, LONGEST);

        assertThat(boss.sees())
                .contains("Enrolled " + all, "due *March 31, 2027*", "and %,d more".formatted(MEMBERS - 20));
        List<Learner> enrolled = learners.stream().toList();
        assertThat(enrolled).hasSize(MEMBERS);
        assertThat(enrolled).allSatisfy(learner -> {
            assertThat(learner.course(COURSE)).isPresent();
            assertThat(learner.outbox().messages()).hasSize(1);
            assertThat(learner.outbox().messages().get(0).content()).isInstanceOf(Notification.Welcome.class);
            assertThat(learner.outbox().messages().get(0).notBefore()).isAfter(IN_THE_NIGHT);
        });
        if (MEMBERS >= 5000) {
            assertThat(howFar()).hasSizeGreaterThan(1).isSorted();
        }
        boss.types("/cert-admin enroll #all-of-sales " + COURSE);
        AdminWork.isDone(FIELD_CERT, LONGEST);
        assertThat(boss.goesToTheBot().sees()).contains("Nobody to enroll", "no change (%,d)".formatted(MEMBERS));
    }

    /** What the one message that shows progress has said while they were enrolled. */
    private static List<Integer> howFar() {
        Pattern far = Pattern.compile("Enrolling .* ([\\d,]+) of " + "%,d".formatted(MEMBERS), Pattern.DOTALL);
        return FIELD_CERT.workspace().calls().stream()
                .filter(call -> call.method().equals("chat.update"))
                .map(call -> far.matcher(call.arguments().toString()))
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1).replace(",", "")))
                .toList();
    }

    /** Slack's limit of a Home, and twice that of a message, which the workspace holds by itself. */
    private static final int BLOCKS = 100;

    private static final Pattern MENTION = Pattern.compile("@(report\\d+)");

    private static Stream<String> mentioned(String screen) {
        return MENTION.matcher(screen).results().map(found -> found.group(1)).distinct();
    }

    @Test
    void aTeamOfFourHundredIsPagedToItsEndAndNobodyIsMissingOrThereTwice() {
        Person grace = FIELD_CERT.hires("grace");
        PersonClient[] team = people("report", REPORTS);
        Set<String> names = new TreeSet<>();
        for (PersonClient report : team) {
            names.add(report.user().get("name").getAsString());
            FIELD_CERT
                    .bean(OutboxRelay.class)
                    .deliver(FIELD_CERT
                            .bean(EnrollLearner.class)
                            .enroll(report.id(), Profile.UNKNOWN, COURSE, report.id(), null));
            FIELD_CERT.bean(AssignManager.class).assign(report.id(), grace.id(), "U0ADMIN", "test");
        }
        List<String> pages =
                IntStream.range(1, 40).mapToObj(i -> "Page " + (i + 1) + " ›").toList();

        grace.types("/cert team").goesToTheBot();
        List<String> seen = Stream.concat(
                        mentioned(grace.sees()),
                        pages.stream()
                                .flatMap(page -> mentioned(grace.clicks(page).sees())))
                .toList();
        assertThat(seen).hasSize(REPORTS);
        assertThat(new TreeSet<>(seen)).isEqualTo(names);

        grace.opensHome().clicks("My team");
        List<String> atHome = Stream.concat(
                        mentioned(grace.home()), pages.stream().flatMap(page -> mentioned(turned(grace, page))))
                .toList();
        assertThat(atHome).hasSize(REPORTS);
        assertThat(new TreeSet<>(atHome)).isEqualTo(names);
    }

    private static String turned(Person grace, String page) {
        String home = grace.clicks(page).home();
        assertThat(grace.client().home().orElseThrow().getAsJsonArray("blocks")).hasSizeLessThanOrEqualTo(BLOCKS);
        return home;
    }
}
