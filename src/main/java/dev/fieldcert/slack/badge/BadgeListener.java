package dev.fieldcert.slack.badge;

import dev.fieldcert.badge.certificate.PrintedCertificate;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets people view and download their badges, and congratulate others. */
@Component
class BadgeListener implements SlackHandler {

    private final Awards awards;
    private final Learners learners;
    private final BadgeRenderer screens;
    private final Issuer issuer;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    BadgeListener(
            Awards awards,
            Learners learners,
            BadgeRenderer screens,
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
    public void register(Router router) {
        router.subcommand("badges", "badges", "your badges and their files", this::badges);
        router.blockAction(
                "badges", click -> slack.openModal(click.triggerId(), BadgeMessages.modal(badgesOf(click.person()))));
        router.blockAction("congratulate", this::congratulate);
        router.blockAction("badge-files", this::files);
        router.blockAction("open", click -> {});
    }

    private void badges(TextCommand command) {
        slack.reply(command, badgesOf(command.person()));
    }

    private SlackMessage badgesOf(String person) {
        String zone =
                learners.find(person).map(learner -> learner.profile().zone()).orElse(null);
        return BadgeMessages.badges(
                awards.of(person), award -> issuer.page(award.award().id()), When.in(zone, clock.instant()));
    }

    private void congratulate(BlockAction click) {
        Optional<GivenBadge> given = awards.find(click.value());
        if (given.isEmpty() || click.place() == null) {
            return;
        }
        awards.congratulate(click.value(), click.person());
        if (!slack.replace(click.place(), screens.announced(given.get()))) {
            slack.respondEphemeral(click, BadgeMessages.congratulated());
        }
    }

    private void files(BlockAction click) {
        Optional<GivenBadge> given =
                awards.find(click.value()).filter(badge -> badge.learner().equals(click.person()));
        if (given.isEmpty()) {
            slack.respondEphemeral(click, BadgeMessages.notYours());
            return;
        }
        GivenBadge badge = given.get();
        slack.respondEphemeral(
                click, BadgeMessages.filesComing(issuer.page(badge.award().id())));
        String dm = slack.dmWith(click.person());
        String name = badge.badge().id();
        files.upload(dm, name + ".png", badge.badge().name(), badge.issued().png(), "");
        files.upload(
                dm,
                name + ".json",
                badge.badge().name() + " (credential)",
                bytes(badge.issued().json()),
                "");
        Optional<Learner> holder = learners.find(click.person());
        files.upload(
                dm,
                name + ".pdf",
                badge.badge().name() + " (certificate)",
                PrintedCertificate.pdf(
                        badge.award(),
                        badge.badge(),
                        badge.program(),
                        issuer,
                        holder.map(learner -> learner.profile().certificateName()),
                        holder.map(Learner::zone).orElse(ZoneOffset.UTC)),
                "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
