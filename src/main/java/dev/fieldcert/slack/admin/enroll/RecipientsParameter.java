package dev.fieldcert.slack.admin.enroll;

import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.RecipientResolver.Named;
import dev.fieldcert.slack.admin.RecipientResolver.Recipients;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackDirectory.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The people to enroll: single people, user groups, and the members of channels. */
final class RecipientsParameter extends Parameter<RecipientResolver.Named> {

    private static final String GROUP = "group";
    private static final String CHANNEL = "channel";
    private static final int MENU = 100;

    private final RecipientResolver resolver;
    private final SlackDirectory directory;

    RecipientsParameter(RecipientResolver resolver, SlackDirectory directory) {
        super("people", "@user|@group|#channel");
        this.resolver = resolver;
        this.directory = directory;
    }

    @Override
    protected Named typed(TypedWords words, Arguments before) {
        List<Mention> mentions = words.mentions();
        if (mentions.isEmpty()) {
            throw words.missing("Who do you want to enroll? Start with a person, a group, or a channel");
        }
        return resolver.named(mentions);
    }

    @Override
    protected Named submitted(FormInput form, Arguments before) {
        List<Recipients> many = new ArrayList<>();
        form.text(GROUP)
                .map(value -> value.split(":", 2))
                .ifPresent(group ->
                        many.add(new Recipients(false, group[0], group.length == 2 ? "@" + group[1] : "a group")));
        form.text(CHANNEL).ifPresent(id -> many.add(new Recipients(true, id, "a channel")));
        Named named = new Named(new LinkedHashSet<>(form.all(id())), many);
        if (named.people().isEmpty() && many.isEmpty()) {
            throw new CommandException("Choose a person, a user group, or a channel.");
        }
        return named;
    }

    /** Slack has no menu of user groups, so the form builds one, with as many groups as a menu can hold. */
    @Override
    protected boolean isSlow() {
        return true;
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        List<Group> groups = soFar.isOpening() ? List.of() : directory.groups();
        List<LayoutBlock> fields = new ArrayList<>();
        fields.add(Forms.field(
                id(),
                "Who",
                "",
                true,
                MultiUsersSelectElement.builder()
                        .actionId(id())
                        .maxSelectedItems(MENU)
                        .build()));
        if (!groups.isEmpty()) {
            List<OptionObject> options = groups.stream()
                    .map(group -> option("@" + group.handle(), group.id() + ":" + group.handle()))
                    .toList();
            fields.add(Forms.field(
                    GROUP,
                    "And everyone in this user group",
                    "",
                    true,
                    Forms.menu(GROUP, "No group", options, Optional.empty())));
        }
        fields.add(
                Forms.field(CHANNEL, "And everyone in this channel", "", true, Forms.channel(CHANNEL, "No channel")));
        fields.add(note("For a group, a channel, or more than %d people, you’ll first see a dry run."
                        .formatted(EnrollDryRun.AT_ONCE)
                + (groups.isEmpty() || groups.size() > MENU
                        ? " A user group that is not in the menu: `/cert-admin enroll @group <path|course>`."
                        : "")));
        return fields;
    }
}
