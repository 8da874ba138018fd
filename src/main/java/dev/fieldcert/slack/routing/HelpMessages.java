package dev.fieldcert.slack.routing;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The help text. */
public final class HelpMessages {

    static final String MEANT = "did-you-mean";

    /** The commands that learners use most, in the order in which they are listed; the others follow. */
    private static final List<String> DAILY = List.of(
            "next", "status", "enroll", "ask", "badges", "review", "memory", "aids", "tasks", "settings", "pause");

    private HelpMessages() {}

    static SlackMessage didYouMean(String command) {
        return SlackMessage.of(
                Blocks.text("Did you mean `" + Mrkdwn.escape(Blocks.cut(command, 60)) + "`?"),
                Blocks.actions(
                        Blocks.primary("Yes, " + command.split(" ")[0], MEANT, command),
                        Blocks.button("What can I type?", "help", "")));
    }

    static SlackMessage didYouMeanAway() {
        return SlackMessage.of(
                Blocks.text(
                        "Did you mean `pause`? I won’t message you until you resume, and you keep all your progress. "
                                + "To leave a course for good, type `leave`."),
                Blocks.actions(Blocks.primary("Pause", "pause", ""), Blocks.button("What can I type?", "help", "")));
    }

    static SlackMessage youAreWelcome() {
        return SlackMessage.of(
                Blocks.text("You’re welcome! I’m here when you want to continue."),
                Blocks.actions(Blocks.button("What’s next?", "next", "")));
    }

    public static SlackMessage help(String command, List<Router.Subcommand> words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.header("What you can type"));
        blocks.addAll(lists(command, words));
        if (command.equals(Commands.LEARNER)) {
            blocks.add(Blocks.note("In our DM, just type the word, like `next`. "
                    + "If you type anything else there, I’ll look for an answer in the lessons."));
        }
        return SlackMessage.of(blocks);
    }

    public static SlackMessage unknown(String word, String command, List<Router.Subcommand> words) {
        String typed = word.isEmpty() ? "that" : "“" + Mrkdwn.escape(Blocks.cut(word, 60)) + "”";
        String slash = command.isEmpty() ? Commands.LEARNER : command;
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.text("I don’t know " + typed + ". Here’s what you can type:"));
        blocks.addAll(lists(slash, words));
        return SlackMessage.of(blocks);
    }

    public static SlackMessage onlyForAdmins() {
        return SlackMessage.note("Only program admins can use `/cert-admin`. "
                + "Ask one of them, or type `/cert help` to see what you can do.");
    }

    /** The reply to a file that was sent in the DM. */
    public static SlackMessage file() {
        return SlackMessage.note(
                "I can’t use a file that’s just dropped here, so I didn’t keep it. To submit an assignment, "
                        + "type `next` and tap *Submit*. The form takes files, a link, or text.");
    }

    private static int place(String command, String name) {
        if (name.equals("help")) {
            return Integer.MAX_VALUE;
        }
        int daily = command.equals(Commands.LEARNER) ? DAILY.indexOf(name) : -1;
        return daily < 0 ? DAILY.size() : daily;
    }

    /** Lists every line, in as many paragraphs as necessary. */
    private static List<LayoutBlock> lists(String command, List<Router.Subcommand> words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        for (String line : lines(command, words)) {
            if (list.length() + line.length() >= Blocks.SECTION) {
                blocks.add(Blocks.text(list.toString()));
                list.setLength(0);
            }
            list.append(list.isEmpty() ? "" : "\n").append(line);
        }
        blocks.add(Blocks.text(list.toString()));
        return blocks;
    }

    private static List<String> lines(String command, List<Router.Subcommand> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(word -> place(command, word.name())))
                .map(word -> "`" + command + " " + Mrkdwn.escape(word.usage()) + "` – " + word.help())
                .toList();
    }
}
