package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.slack.Channels;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Notices;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackFiles;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.admin.work.ProgressMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** People's rights over their data: to have it ({@code my-data}), and to have it erased ({@code forget-me}). */
@Component
class RightsListener implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(RightsListener.class);
    private static final String ERASE = "erase [@user]";

    private final PersonalFiles files;
    private final ErasureRequests requests;
    private final ErasePerson erasePerson;
    private final Channels channels;
    private final Notices notices;
    private final Crowds crowds;
    private final LongWork longWork;
    private final AdminGate gate;
    private final SlackSender slack;
    private final SlackFiles uploads;

    RightsListener(
            PersonalFiles files,
            ErasureRequests requests,
            ErasePerson erasePerson,
            Channels channels,
            Notices notices,
            Crowds crowds,
            LongWork longWork,
            AdminGate gate,
            SlackSender slack,
            SlackFiles uploads) {
        this.files = files;
        this.requests = requests;
        this.erasePerson = erasePerson;
        this.channels = channels;
        this.notices = notices;
        this.crowds = crowds;
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
        this.uploads = uploads;
        notices.saidBy(Notices.Kind.ERASURE_ASKED, notice -> asked());
    }

    /** Whoever waits by now. */
    private Optional<SlackMessage> asked() {
        List<ErasureRequests.Request> open = requests.open(20);
        return open.isEmpty() ? Optional.empty() : Optional.of(RightsMessages.requested(open));
    }

    @Override
    public void routes(Routes routes) {
        routes.word("my-data", "my-data", "everything I hold about you, as files in our DM", said -> {
            if (!said.inDm()) {
                slack.reply(said, ProgressMessages.inTheDm());
            }
            write(said.person());
        });
        routes.click("my-data", click -> write(click.person()));
        routes.word(
                "forget-me",
                "forget-me",
                "ask for everything about you to be erased",
                said -> slack.reply(said, RightsMessages.ask(requests.of(said.person()))));
        routes.click("forget-me", click -> slack.whisper(click, RightsMessages.ask(requests.of(click.person()))));
        routes.click("forget-yes", this::ask);
        routes.click("forget-no", this::withdraw);
        routes.adminWord("erase", ERASE, "who asked to be forgotten; erase somebody", gate.word(this::erase));
        routes.click("erase-open", gate.click(click -> slack.whisper(click, RightsMessages.open(requests.open(20)))));
        routes.click(
                "erase-ask",
                gate.click(click -> slack.turn(click, RightsMessages.sure(click.value(), askedFor(click.value())))));
        routes.click("erase-do", gate.click(this::confirmed));
        routes.click("erase-not", gate.click(click -> slack.turn(click, RightsMessages.notErased())));
    }

    private boolean askedFor(String person) {
        return requests.of(person).isPresent();
    }

    private void write(String person) {
        longWork.start(person, "Collecting everything I hold about you", progress -> {
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
                        () -> uploads.upload(dm, "my-data.json", "Your data, for machines", json, "For machines:"));
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

    private void ask(Click click) {
        boolean first = requests.ask(click.person());
        slack.turn(click, RightsMessages.asked());
        if (!first) {
            return;
        }
        LOG.info("Erasure requested person={}", click.person());
        channels.adminOnDuty(click.person())
                .ifPresent(admin -> notices.tell(admin, Notices.Kind.ERASURE_ASKED, null, null));
    }

    private void withdraw(Click click) {
        requests.withdraw(click.person());
        slack.turn(click, RightsMessages.withdrawn());
    }

    private void erase(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        if (named.mentions().isEmpty() && named.rest().isEmpty()) {
            slack.reply(said, RightsMessages.open(requests.open(20)));
            return;
        }
        String person = crowds.onePerson(named.mentions(), ERASE);
        slack.reply(said, RightsMessages.sure(person, askedFor(person)));
    }

    private void confirmed(Click click) {
        String person = click.value();
        if (!person.matches("[UW][A-Z0-9]{2,30}")) {
            throw new IllegalArgumentException("Not a person's id");
        }
        slack.turn(click, RightsMessages.begun());
        erasePerson.begin(person, click.person(), "");
    }
}
