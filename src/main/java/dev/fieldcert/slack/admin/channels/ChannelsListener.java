package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.FieldWords;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.channels.Channels.Purpose;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where badges are announced and feedback is heard: {@code announce} and {@code feedback}, and the form in Home. */
@Component
class ChannelsListener implements SlackHandler {

    private static final String ANNOUNCE = "announce #channel|none [path <path>|cohort <name>] | quiet | each";
    private static final String FEEDBACK = "feedback #channel|none";
    private static final Pattern NONE = Pattern.compile("none(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCOPE = Pattern.compile("(path|cohort)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    private final ChooseChannel chooseChannel;
    private final Programs programs;
    private final RecipientResolver recipientResolver;
    private final HomeRefresh homes;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    ChannelsListener(
            ChooseChannel chooseChannel,
            Programs programs,
            RecipientResolver recipientResolver,
            HomeRefresh homes,
            AdminAuthorization gate,
            SlackSender slack) {
        this.chooseChannel = chooseChannel;
        this.programs = programs;
        this.recipientResolver = recipientResolver;
        this.homes = homes;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "announce",
                ANNOUNCE,
                "where badges are announced; `quiet` for one round-up a day, `each` for one message a badge",
                gate.word(this::announce));
        router.adminSubcommand("feedback", FEEDBACK, "which channel hears feedback", gate.word(this::feedback));
        router.blockAction(ChannelForm.OPEN, gate.click(this::open));
        router.blockAction(
                ChannelForm.TURN,
                gate.click(click ->
                        slack.updateModal(click.viewId(), ChannelForm.form(chooseChannel.standing(), click.value()))));
        router.viewSubmission(ChannelForm.FORM, gate.form(this::submitted));
    }

    private void announce(TextCommand command) {
        Mention.Leading named = Mention.leading(command.words());
        String words = named.rest();
        String mode = words.toLowerCase(Locale.ROOT);
        Matcher none = NONE.matcher(words);
        if (!named.mentions().isEmpty()) {
            Purpose purpose = badges(words);
            Mention channel = channel(named, ANNOUNCE);
            answer(
                    command,
                    chooseChannel.choose(
                            purpose, recipientResolver.channel(channel), channel.typed(), command.person()));
        } else if (mode.isEmpty()) {
            slack.reply(command, ChannelMessages.standing(chooseChannel.standing()));
        } else if (mode.equals("quiet") || mode.equals("each")) {
            answer(command, chooseChannel.quiet(mode.equals("quiet"), command.person()));
        } else if (none.matches()) {
            answer(command, chooseChannel.forget(badges(none.group(1) == null ? "" : none.group(1)), command.person()));
        } else {
            channel(named, ANNOUNCE);
        }
    }

    /** @param words of a path, of a cohort, or nothing for all badges */
    private Purpose badges(String words) {
        if (words.isBlank()) {
            return Purpose.BADGES;
        }
        Matcher scope = SCOPE.matcher(words.strip());
        if (!scope.matches()) {
            return ChooseChannel.badgesOfCohort(words.strip());
        }
        String name = scope.group(2).strip();
        return scope.group(1).equalsIgnoreCase("cohort") ? ChooseChannel.badgesOfCohort(name) : badgesOfPath(name);
    }

    private Purpose badgesOfPath(String name) {
        return programs.current()
                .path(name.toLowerCase(Locale.ROOT))
                .map(path -> Purpose.badgesOfPath(path.id()))
                .orElseThrow(() -> new CommandException("I know no path called " + Sentences.quoted(name)
                        + ". These there are: "
                        + String.join(
                                ", ",
                                programs.current().paths().stream()
                                        .map(path -> "`" + path.id() + "`")
                                        .toList())
                        + ". Nothing was changed."));
    }

    private void feedback(TextCommand command) {
        if (command.words().strip().equalsIgnoreCase("none")) {
            answer(command, chooseChannel.forget(Purpose.FEEDBACK, command.person()));
            return;
        }
        Mention channel = channel(Mention.leading(command.words()), FEEDBACK);
        answer(
                command,
                chooseChannel.choose(
                        Purpose.FEEDBACK, recipientResolver.channel(channel), channel.typed(), command.person()));
    }

    private void answer(TextCommand command, CommandResult commandResult) {
        commandResult.answer(words -> slack.reply(command, words));
    }

    /** @throws NotUnderstood when it is not one channel */
    private static Mention channel(Mention.Leading named, String usage) {
        if (named.mentions().size() != 1 || !named.mentions().get(0).isPlace()) {
            throw new CommandException("Name one channel: `/cert-admin " + Mrkdwn.escape(usage) + "`."
                    + (named.rest().isEmpty() ? "" : " I understood only " + Sentences.quoted(named.rest()) + ".")
                    + " Nothing was changed.");
        }
        return named.mentions().get(0);
    }

    private void open(BlockAction click) {
        slack.openModal(click.triggerId(), ChannelForm.form(chooseChannel.standing(), ""));
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        List<SlackMessage> done = new ArrayList<>();
        Optional<String> what = form.input(ChannelForm.WHAT);
        if (what.isPresent()) {
            Optional<SubmissionResponse> refused = channel(form, what.get(), done);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        CommandResult mode = chooseChannel.quiet(
                form.input(ChannelForm.MODE).filter(ChannelForm.QUIET::equals).isPresent(), form.person());
        if (mode.done()) {
            done.add(mode.words());
        }
        return SubmissionResponse.done(() -> {
            String dm = slack.dmWith(form.person());
            done.forEach(words -> slack.post(dm, words, null));
            homes.changed(form.person());
        });
    }

    private Purpose offered(String what) {
        Purpose purpose = new Purpose(what);
        boolean known = purpose.equals(Purpose.BADGES)
                || purpose.equals(Purpose.FEEDBACK)
                || purpose.path().flatMap(programs.current()::path).isPresent();
        if (!known) {
            throw new IllegalArgumentException("Not a purpose of ours");
        }
        return purpose;
    }

    /** @return empty when the channel was chosen */
    private Optional<SubmissionResponse> channel(ViewSubmission form, String what, List<SlackMessage> done) {
        boolean cohort = what.equals(ChannelForm.OF_A_COHORT);
        Optional<String> name = form.input(ChannelForm.COHORT);
        if (cohort && name.isEmpty()) {
            return Optional.of(SubmissionResponse.error(ChannelForm.COHORT, "Name the cohort."));
        }
        Purpose purpose = cohort ? ChooseChannel.badgesOfCohort(name.get()) : offered(what);
        Optional<String> chosen = form.input(ChannelForm.CHANNEL);
        try {
            CommandResult commandResult = chosen.isPresent()
                    ? chooseChannel.choose(purpose, chosen.get(), "That channel", form.person())
                    : chooseChannel.forget(purpose, form.person());
            if (!commandResult.done()) {
                return Optional.of(SubmissionResponse.error(
                        ChannelForm.CHANNEL,
                        "No channel is chosen for that, so there is none to take away. Choose one."));
            }
            done.add(commandResult.words());
            return Optional.empty();
        } catch (CommandException notUnderstood) {
            return Optional.of(SubmissionResponse.error(
                    ChannelForm.CHANNEL, FieldWords.of(notUnderstood.getMessage(), person -> "")));
        }
    }
}
