package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.team.admin.Roles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Renders who has which role. */
public final class RoleMessages {

    private static final int MOST = 30;

    private RoleMessages() {}

    static SlackMessage roles(Collection<String> configured, List<Roles.Holder> holders) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Who runs the program"));
        blocks.add(text(
                configured.isEmpty()
                        ? "`FIELDCERT_ADMINS` is empty."
                        : "From `FIELDCERT_ADMINS`: "
                                + Sentences.mentions(
                                        configured.stream().sorted().toList())));
        if (!holders.isEmpty()) {
            blocks.add(text(String.join(
                    "\n",
                    holders.stream()
                            .limit(MOST)
                            .map(holder -> "• " + Mrkdwn.person(holder.person()) + " – *" + word(holder.role())
                                    + "*, by " + Mrkdwn.person(holder.by()) + " on "
                                    + Dates.date(LocalDate.ofInstant(holder.at(), ZoneOffset.UTC)))
                            .toList())));
        }
        if (holders.size() > MOST) {
            blocks.add(note("and %,d more".formatted(holders.size() - MOST)));
        }
        blocks.add(note(
                "Slack workspace admins and owners are admins here, too. Authors can see, reload, and preview the courses, "
                        + "but can’t see anything about people."));
        return SlackMessage.of(blocks);
    }

    static String word(Roles.Role role) {
        return role == Roles.Role.ADMIN ? "admin" : "author";
    }

    /**
     * @return empty for {@code none}
     * @throws CommandException if there is no such role
     */
    static Optional<Roles.Role> role(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "admin":
                return Optional.of(Roles.Role.ADMIN);
            case "author":
                return Optional.of(Roles.Role.AUTHOR);
            case "none":
                return Optional.empty();
            default:
                throw new CommandException("Choose the role `admin`, `author`, or `none`. I read "
                        + Sentences.quoted(word)
                        + ". To set someone’s manager, use `/cert-admin manager`. Nothing was changed.");
        }
    }

    public static SlackMessage given(Roles.Role role, String by) {
        return SlackMessage.note(Mrkdwn.person(by) + " made you an *" + word(role) + "* of the certification program. "
                + "To see what you can do, type `/cert-admin help`.");
    }

    static String outcome(Roles.Outcome outcome, String person) {
        if (outcome instanceof Roles.Outcome.Given given) {
            return Mrkdwn.person(person) + " is now an *" + word(given.role()) + "*. I’ll let them know.";
        }
        if (outcome instanceof Roles.Outcome.Withdrawn withdrawn) {
            return Mrkdwn.person(person) + " is no longer an *" + word(withdrawn.role()) + "*.";
        }
        if (outcome instanceof Roles.Outcome.LastAdmin) {
            return Mrkdwn.person(person) + " is the last named admin. Name another one first: `/cert-admin role "
                    + "@user admin`. Nothing was changed.";
        }
        if (outcome instanceof Roles.Outcome.TooMany tooMany) {
            return "At most " + tooMany.most() + " people can have a role. Nothing was changed.";
        }
        return RecordMessages.ALREADY;
    }
}
