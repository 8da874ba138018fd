package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import dev.fieldcert.slack.work.ProgressMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives people their rights over their data: access ({@code my-data}) and erasure ({@code forget-me}). */
@Component
class RightsListener implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RightsListener.class);

    private final PersonalFiles files;
    private final ErasureRequests requests;
    private final Channels channels;
    private final OutboxRelay relay;
    private final LongWork longWork;
    private final SlackSender slack;
    private final SlackFiles uploads;

    RightsListener(
            PersonalFiles files,
            ErasureRequests requests,
            Channels channels,
            OutboxRelay relay,
            LongWork longWork,
            SlackSender slack,
            SlackFiles uploads) {
        this.files = files;
        this.requests = requests;
        this.channels = channels;
        this.relay = relay;
        this.longWork = longWork;
        this.slack = slack;
        this.uploads = uploads;
    }

    @Override
    public void register(Router router) {
        router.subcommand("my-data", "my-data", "everything I have about you, as files in our DM", command -> {
            if (!command.inDm()) {
                slack.reply(command, ProgressMessages.inTheDm());
            }
            write(command.person());
        });
        router.blockAction("my-data", click -> write(click.person()));
        router.subcommand(
                "forget-me",
                "forget-me",
                "ask to have all your data erased",
                command -> slack.reply(command, RightsMessages.ask(requests.of(command.person()))));
        router.blockAction(
                "forget-me", click -> slack.respondEphemeral(click, RightsMessages.ask(requests.of(click.person()))));
        router.blockAction("forget-yes", this::ask);
        router.blockAction("forget-no", this::withdraw);
    }

    private void write(String person) {
        longWork.start(person, "Collecting everything I have about you", progress -> {
            Path folder = null;
            try {
                folder = Files.createTempDirectory("fieldcert-data");
                Path json = folder.resolve("my-data.json");
                Path page = folder.resolve("my-data.html");
                files.json(person, json, progress::step);
                files.page(person, page, progress::step);
                if (progress.isCanceled()) {
                    return RightsMessages.canceled();
                }
                String dm = slack.dmWith(person);
                progress.wait(() -> uploads.upload(dm, "my-data.html", "Your data, to read", page, "To read:"));
                progress.wait(
                        () -> uploads.upload(dm, "my-data.json", "Your data, as JSON", json, "For other software:"));
                return RightsMessages.written();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(folder);
            }
        });
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : new String[] {"my-data.json", "my-data.html"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(BlockAction click) {
        boolean first = requests.ask(click.person());
        slack.turn(click, RightsMessages.asked());
        if (!first) {
            return;
        }
        LOG.info("Erasure requested person={}", click.person());
        channels.adminOnDuty(click.person()).ifPresent(admin -> relay.tell(new Notification.ErasureRequested(admin)));
    }

    private void withdraw(BlockAction click) {
        requests.withdraw(click.person());
        slack.turn(click, RightsMessages.withdrawn());
    }
}
