package dev.fieldcert.slack.badge;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The day's badges in one message. */
public final class BadgeDigestMessages {

    private static final int MOST = 60;
    private static final int A_BLOCK = 20;

    private BadgeDigestMessages() {}

    public record Line(String person, String badge) {}

    public static SlackMessage badges(List<Line> earned) {
        Map<String, List<String>> byPerson = new LinkedHashMap<>();
        earned.forEach(line -> byPerson.computeIfAbsent(line.person(), person -> new ArrayList<>())
                .add(line.badge()));
        List<String> lines = byPerson.entrySet().stream()
                .map(entry -> "• " + Mrkdwn.person(entry.getKey()) + " – "
                        + Mrkdwn.escape(String.join(", ", entry.getValue())))
                .toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.header("🎖️ New badges"));
        for (int from = 0; from < Math.min(MOST, lines.size()); from += A_BLOCK) {
            blocks.add(Blocks.text(String.join(
                    "\n", lines.subList(from, Math.min(from + A_BLOCK, Math.min(MOST, lines.size()))))));
        }
        if (lines.size() > MOST) {
            blocks.add(Blocks.note("And %,d more people. Congratulations, everyone!".formatted(lines.size() - MOST)));
        }
        return SlackMessage.of(blocks);
    }
}
