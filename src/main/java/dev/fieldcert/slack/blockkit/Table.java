package dev.fieldcert.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a small table as short labeled lines, which a phone can wrap; columns of aligned text would be cut off at the
 * edge of the screen, or broken into pieces.
 */
public final class Table {

    private Table() {}

    /** @param rows of mrkdwn cells; the first row is the header */
    public static String lines(List<List<String>> rows) {
        List<String> header = rows.get(0);
        List<String> lines = new ArrayList<>();
        if (header.size() == 2 && header.stream().noneMatch(String::isBlank)) {
            lines.add("_" + plain(header.get(0)) + " – " + plain(header.get(1)) + "_");
        }
        rows.subList(1, rows.size()).forEach(row -> lines.add(line(header, row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> header, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            boolean labeled = header.size() > 2 && !header.get(i).isBlank();
            if (!row.get(i).isBlank()) {
                cells.add(labeled ? plain(header.get(i)) + ": " + row.get(i) : row.get(i));
            }
        }
        String first = row.get(0).isBlank() ? "" : "*" + plain(row.get(0)) + "*";
        return "• " + first + (first.isEmpty() || cells.isEmpty() ? "" : " – ") + String.join(" · ", cells);
    }

    /** Removes formatting marks, because Slack shows the marks of nested formatting literally. */
    private static String plain(String mrkdwn) {
        return mrkdwn.replaceAll("[*_]", "").strip();
    }
}
