package dev.fieldcert.slack.team;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.team.Mistakes;
import dev.fieldcert.team.TeamDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The weekly digest for a manager. */
final class DigestMessages {

    /** The most lines shown of each list; the team view has the rest. */
    private static final int LINES = 8;

    private static final int TITLE = 150;

    private DigestMessages() {}

    static SlackMessage digest(TeamDigest digest, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your team this week"));
        list(
                blocks,
                "📝 *Waiting for your review*",
                digest.waiting(),
                line -> Mrkdwn.person(line.person()) + " – "
                        + words(line.what()
                                .objective()
                                .assignment()
                                .orElseThrow()
                                .title())
                        + (line.what().number() > 1 ? ", version " + line.what().number() : ""));
        list(
                blocks,
                "⏰ *Overdue*",
                digest.overdue(),
                line -> Mrkdwn.person(line.person()) + " – " + words(line.what().courseTitle()) + ", was due "
                        + when.date(line.what().due()));
        list(
                blocks,
                "🧗 *Stuck*",
                digest.stuck(),
                line -> Mrkdwn.person(line.person()) + " – " + TeamWords.stuck(line.what()));
        list(
                blocks,
                "🏅 *Badges to renew*",
                digest.lapsing(),
                line -> Mrkdwn.person(line.person()) + " – " + TeamWords.badgeEnd(line.what(), when));
        list(
                blocks,
                "🎉 *Finished last week*",
                digest.finished(),
                line -> Mrkdwn.person(line.person()) + " – " + words(line.what().courseTitle()));
        list(
                blocks,
                "🎯 *What your team gets wrong most*, in the last four weeks",
                digest.wrong(),
                DigestMessages::wrong);
        list(blocks, "🌫️ *What your team forgets most*", digest.forgotten(), line -> TeamWords.retention(line));
        digest.coaching()
                .ifPresent(coaching -> blocks.add(text("💬 *A question for your next 1:1* – about “"
                        + words(coaching.objective().title()) + "”:\n> "
                        + Mrkdwn.escape(cut(coaching.question(), 600)).replace("\n", "\n> "))));
        blocks.add(actions(primary("Open my team", "team", "")));
        blocks.add(note(
                "Once a week, and only when there’s something to say. I never share anyone’s individual answers."));
        return SlackMessage.of(blocks);
    }

    private static <T> void list(List<LayoutBlock> blocks, String title, List<T> lines, Function<T, String> words) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder list = new StringBuilder(title);
        lines.stream().limit(LINES).forEach(line -> list.append("\n• ").append(words.apply(line)));
        if (lines.size() > LINES) {
            list.append("\n… and ").append(lines.size() - LINES).append(" more");
        }
        blocks.add(text(list.toString()));
    }

    private static String wrong(Mistakes.Line line) {
        return words(line.objective().title()) + " – " + line.wrong() + " of " + line.answers() + " answers wrong"
                + (line.sure() == 0 ? "" : ", " + line.sure() + " of them given as “certain”");
    }

    private static String words(String title) {
        return Mrkdwn.escape(cut(title, TITLE));
    }
}
