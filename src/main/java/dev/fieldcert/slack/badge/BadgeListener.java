package dev.fieldcert.slack.badge;

import dev.fieldcert.badge.Awards;
import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.badge.certificate.PrintedCertificate;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackFiles;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people do with badges: look at them, take them along, congratulate. */
@Component
class BadgeListener implements Conversation {

    private final Awards awards;
    private final Learners learners;
    private final BadgeScreens screens;
    private final Issuer issuer;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    BadgeListener(
            Awards awards,
            Learners learners,
            BadgeScreens screens,
            Issuer issuer,
            SlackSender slack,
            SlackFiles files,
            Clock clock) {
        this.awards = awards;
        this.learners = learners;
        this.screens = screens;
        this.issuer = issuer;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.word("badges", "badges", "what you have earned, and its files", this::badges);
        routes.click("congratulate", this::congratulate);
        routes.click("badge-files", this::files);
        routes.click("open", click -> {});
    }

    private void badges(Said said) {
        String zone = learners.find(said.person())
                .map(learner -> learner.profile().zone())
                .orElse(null);
        slack.reply(said, BadgeMessages.badges(awards.of(said.person()), When.in(zone, clock.instant())));
    }

    private void congratulate(Click click) {
        Optional<GivenBadge> given = awards.find(click.value());
        if (given.isEmpty() || click.place() == null) {
            return;
        }
        awards.congratulate(click.value(), click.person());
        slack.replace(click.place(), screens.announced(given.get()));
    }

    private void files(Click click) {
        Optional<GivenBadge> given =
                awards.find(click.value()).filter(badge -> badge.learner().equals(click.person()));
        if (given.isEmpty()) {
            slack.whisper(click, BadgeMessages.notYours());
            return;
        }
        GivenBadge badge = given.get();
        slack.whisper(click, BadgeMessages.filesComing(issuer.page(badge.award().id())));
        String dm = slack.dmWith(click.person());
        String name = badge.badge().id();
        files.upload(dm, name + ".png", badge.badge().name(), badge.issued().png(), "");
        files.upload(
                dm,
                name + ".json",
                badge.badge().name() + " (credential)",
                bytes(badge.issued().json()),
                "");
        Optional<String> holder =
                learners.find(click.person()).map(Learner::profile).map(profile -> profile.name());
        files.upload(
                dm,
                name + ".pdf",
                badge.badge().name() + " (certificate)",
                PrintedCertificate.pdf(badge.award(), badge.badge(), badge.program(), issuer, holder),
                "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
