package dev.fieldcert.slack.admin.channels;

import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.option;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.RadioButtonsElement;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.MenuParameter;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.channels.Channels.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How badges are announced, and in which channel.
 *
 * <p>Typed as {@code quiet}, {@code each}, or a channel and the badges that are announced there.
 */
final class AnnouncementParameter extends Parameter<AnnouncementParameter.Announcement> {

    static final int LONGEST_COHORT = 60;

    private static final String MODE = "mode";
    private static final String WHAT = "what";
    private static final String COHORT = "cohort";
    private static final String QUIET = "quiet";
    private static final int MENU = 90;
    private static final Pattern SCOPE = Pattern.compile("(path|cohort)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    private final ChannelParameter channel;
    private final Programs programs;
    private final Announcements announcements;

    /**
     * The changes to make.
     *
     * @param quiet whether to announce badges in a daily digest; null to leave this unchanged
     * @param badges the badges whose channel changes; null to leave all channels unchanged
     * @param channel the new channel; null if these badges are to have no channel of their own
     */
    record Announcement(Boolean quiet, Purpose badges, ChannelParameter.Chosen channel) {

        boolean isEmpty() {
            return quiet == null && badges == null;
        }
    }

    AnnouncementParameter(RecipientResolver recipients, Programs programs, Announcements announcements) {
        super("channel", "#channel|none [path <path>|cohort <name>] | quiet | each");
        this.channel = new ChannelParameter(recipients);
        this.programs = programs;
        this.announcements = announcements;
    }

    @Override
    protected Announcement typed(TypedWords words, Arguments before) {
        if (words.isEmpty()) {
            return new Announcement(null, null, null);
        }
        boolean quiet = words.take(QUIET);
        if (quiet || words.take("each")) {
            return new Announcement(quiet, null, null);
        }
        ChannelParameter.Chosen chosen = channel.typed(words, before);
        return new Announcement(null, badges(words.rest()), chosen);
    }

    /** @param words a path or a cohort; blank for all badges */
    private Purpose badges(String words) {
        if (words.isBlank()) {
            return Purpose.BADGES;
        }
        Matcher scope = SCOPE.matcher(words);
        if (!scope.matches()) {
            return badgesOfCohort(words);
        }
        String name = scope.group(2).strip();
        return scope.group(1).equalsIgnoreCase(COHORT) ? badgesOfCohort(name) : badgesOfPath(name);
    }

    private static Purpose badgesOfCohort(String cohort) {
        if (cohort.length() > LONGEST_COHORT) {
            throw new CommandException("A cohort’s name can have at most " + LONGEST_COHORT + " characters. "
                    + Sentences.quoted(cohort) + " has " + cohort.length() + ". Nothing was changed.");
        }
        return Purpose.badgesOfCohort(cohort);
    }

    private Purpose badgesOfPath(String name) {
        return programs.current()
                .path(name.toLowerCase(Locale.ROOT))
                .map(path -> Purpose.badgesOfPath(path.id()))
                .orElseThrow(() -> new CommandException("There’s no path called " + Sentences.quoted(name)
                        + ". Here’s what there is: "
                        + String.join(
                                ", ",
                                programs.current().paths().stream()
                                        .map(path -> "`" + path.id() + "`")
                                        .toList())
                        + ". Nothing was changed."));
    }

    @Override
    protected Announcement submitted(FormInput form, Arguments before) {
        Boolean quiet = form.text(MODE).map(QUIET::equals).orElse(null);
        Optional<String> what = form.text(WHAT);
        if (what.isEmpty()) {
            return new Announcement(quiet, null, null);
        }
        if (!what.get().equals(COHORT)) {
            return new Announcement(quiet, offered(what.get()), channel.submitted(form, before));
        }
        String cohort = form.text(COHORT).orElseThrow(() -> new CommandException("Name the cohort.").at(COHORT));
        return new Announcement(quiet, badgesOfCohort(cohort), channel.submitted(form, before));
    }

    private Purpose offered(String what) {
        Purpose purpose = new Purpose(what);
        if (!purpose.equals(Purpose.BADGES)
                && purpose.path().flatMap(programs.current()::path).isEmpty()) {
            throw new IllegalArgumentException("Not a purpose of ours");
        }
        return purpose;
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        OptionObject each = option("Each badge as it’s earned", "each");
        OptionObject quiet = option("All badges in one message a day", QUIET);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Forms.field(
                MODE,
                "How to announce badges",
                "",
                false,
                RadioButtonsElement.builder()
                        .actionId(MODE)
                        .options(List.of(each, quiet))
                        .initialOption(announcements.areQuiet() ? quiet : each)
                        .build()));
        blocks.add(divider());
        blocks.add(MenuParameter.redrawing(Forms.field(
                WHAT,
                "Change the channel for",
                "",
                true,
                Forms.menu(MenuParameter.REDRAW, "Nothing", purposes(), Optional.empty()))));
        String what = soFar.text(WHAT).orElse("");
        if (what.equals(COHORT)) {
            blocks.add(Forms.field(
                    COHORT, "The cohort’s name", "", false, Forms.text(COHORT, null, false, LONGEST_COHORT)));
        }
        if (!what.isEmpty()) {
            blocks.addAll(channel.fields(soFar, before));
        }
        return blocks;
    }

    private List<OptionObject> purposes() {
        List<OptionObject> options = new ArrayList<>();
        options.add(option("All badges", Purpose.BADGES.id()));
        programs.current().paths().stream()
                .limit(MENU)
                .forEach(path -> options.add(option(
                        "Badges for the path " + path.title(),
                        Purpose.badgesOfPath(path.id()).id())));
        options.add(option("Badges for a cohort", COHORT));
        return options;
    }
}
