package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.slack.Channels.Purpose;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.HomeRefresh;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Deed;
import dev.fieldcert.slack.admin.FieldWords;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.NotUnderstood;
import dev.fieldcert.slack.admin.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where badges are announced and feedback is heard: {@code announce} and {@code feedback}, and the form in Home. */
@Component
class ChannelsListener implements Conversation {

    private static final String ANNOUNCE = "announce #channel|none [path <path>|cohort <name>] | quiet | each";
    private static final String FEEDBACK = "feedback #channel|none";
    private static final Pattern NONE = Pattern.compile("none(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCOPE = Pattern.compile("(path|cohort)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    private final ChooseChannel chooseChannel;
    private final Programs programs;
    private final Crowds crowds;
    private final HomeRefresh homes;
    private final AdminGate gate;
    private final SlackSender slack;

    ChannelsListener(
            ChooseChannel chooseChannel,
            Programs programs,
            Crowds crowds,
            HomeRefresh homes,
            AdminGate gate,
            SlackSender slack) {
        this.chooseChannel = chooseChannel;
        this.programs = programs;
        this.crowds = crowds;
        this.homes = homes;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "announce",
                ANNOUNCE,
                "where badges are announced; `quiet` for one round-up a day, `each` for one message a badge",
                gate.word(this::announce));
        routes.adminWord("feedback", FEEDBACK, "which channel hears feedback", gate.word(this::feedback));
        routes.click(ChannelForm.OPEN, gate.click(this::open));
        routes.click(
                ChannelForm.TURN,
                gate.click(click ->
                        slack.updateModal(click.viewId(), ChannelForm.form(chooseChannel.standing(), click.value()))));
        routes.form(ChannelForm.FORM, gate.form(this::submitted));
    }

    private void announce(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        String words = named.rest();
        String mode = words.toLowerCase(Locale.ROOT);
        Matcher none = NONE.matcher(words);
        if (!named.mentions().isEmpty()) {
            Purpose purpose = badges(words);
            Mention channel = channel(named, ANNOUNCE);
            answer(said, chooseChannel.choose(purpose, crowds.channel(channel), channel.typed(), said.person()));
        } else if (mode.isEmpty()) {
            slack.reply(said, ChannelMessages.standing(chooseChannel.standing()));
        } else if (mode.equals("quiet") || mode.equals("each")) {
            answer(said, chooseChannel.quiet(mode.equals("quiet"), said.person()));
        } else if (none.matches()) {
            answer(said, chooseChannel.forget(badges(none.group(1) == null ? "" : none.group(1)), said.person()));
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
        return programs
                .current()
                .path(name.toLowerCase(Locale.ROOT))
                .map(path -> Purpose.badgesOfPath(path.id()))
                .orElseThrow(() -> new NotUnderstood("I know no path called " + Sentences.quoted(name)
                        + ". These there are: "
                        + String.join(
                                ", ",
                                programs.current().paths().stream()
                                        .map(path -> "`" + path.id() + "`")
                                        .toList())
                        + ". Nothing was changed."));
    }

    private void feedback(Said said) {
        if (said.words().strip().equalsIgnoreCase("none")) {
            answer(said, chooseChannel.forget(Purpose.FEEDBACK, said.person()));
            return;
        }
        Mention channel = channel(Mention.leading(said.words()), FEEDBACK);
        answer(said, chooseChannel.choose(Purpose.FEEDBACK, crowds.channel(channel), channel.typed(), said.person()));
    }

    private void answer(Said said, Deed deed) {
        deed.answer(words -> slack.reply(said, words));
    }

    /** @throws NotUnderstood when it is not one channel */
    private static Mention channel(Mention.Leading named, String usage) {
        if (named.mentions().size() != 1 || !named.mentions().get(0).isPlace()) {
            throw new NotUnderstood("Name one channel: `/cert-admin " + Mrkdwn.escape(usage) + "`."
                    + (named.rest().isEmpty() ? "" : " I understood only " + Sentences.quoted(named.rest()) + ".")
                    + " Nothing was changed.");
        }
        return named.mentions().get(0);
    }

    private void open(Click click) {
        slack.openModal(click.triggerId(), ChannelForm.form(chooseChannel.standing(), ""));
    }

    private FormReply submitted(Form form) {
        List<SlackMessage> done = new ArrayList<>();
        Optional<String> what = form.input(ChannelForm.WHAT);
        if (what.isPresent()) {
            Optional<FormReply> refused = channel(form, what.get(), done);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        Deed mode = chooseChannel.quiet(
                form.input(ChannelForm.MODE).filter(ChannelForm.QUIET::equals).isPresent(), form.person());
        if (mode.done()) {
            done.add(mode.words());
        }
        return FormReply.done(() -> {
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
    private Optional<FormReply> channel(Form form, String what, List<SlackMessage> done) {
        boolean cohort = what.equals(ChannelForm.OF_A_COHORT);
        Optional<String> name = form.input(ChannelForm.COHORT);
        if (cohort && name.isEmpty()) {
            return Optional.of(FormReply.error(ChannelForm.COHORT, "Name the cohort."));
        }
        Purpose purpose = cohort ? ChooseChannel.badgesOfCohort(name.get()) : offered(what);
        Optional<String> chosen = form.input(ChannelForm.CHANNEL);
        try {
            Deed deed = chosen.isPresent()
                    ? chooseChannel.choose(purpose, chosen.get(), "That channel", form.person())
                    : chooseChannel.forget(purpose, form.person());
            if (!deed.done()) {
                return Optional.of(FormReply.error(
                        ChannelForm.CHANNEL,
                        "No channel is chosen for that, so there is none to take away. Choose one."));
            }
            done.add(deed.words());
            return Optional.empty();
        } catch (NotUnderstood notUnderstood) {
            return Optional.of(
                    FormReply.error(ChannelForm.CHANNEL, FieldWords.of(notUnderstood.getMessage(), person -> "")));
        }
    }
}
