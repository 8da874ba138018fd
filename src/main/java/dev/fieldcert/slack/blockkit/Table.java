package dev.fieldcert.slack.blockkit;

import java.util.List;

/** A small table as aligned, preformatted text; the first row is its header. */
public final class Table {

    private Table() {}

    public static String aligned(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder("```\n");
        for (int r = 0; r < rows.size(); r++) {
            line(rows.get(r), widths, text);
            if (r == 0 && rows.size() > 1) {
                text.append("-".repeat(java.util.Arrays.stream(widths).sum() + 2 * (columns - 1)))
                        .append('\n');
            }
        }
        return text.append("```").toString();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            line.append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
