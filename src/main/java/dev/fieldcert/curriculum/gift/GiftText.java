package dev.fieldcert.curriculum.gift;

/**
 * A section of a GIFT text with its position, in which escaped characters are not found.
 *
 * @param source the whole text
 * @param from first position that belongs to it
 * @param to first position that does not
 */
record GiftText(String source, int from, int to) {

    /** The characters that a backslash escapes. */
    static final String SIGNS = "~=#{}:\\";

    /** Stands for a written {@code \n} where the ends of the file's own lines mean something else. */
    static final String LINE_BREAK = "\u2028";

    /** Position of the first unescaped token from a position on; -1 when there is none. */
    int find(String token, int start) {
        for (int i = start; i + token.length() <= to; i++) {
            if (source.startsWith(token, i)) {
                return i;
            }
            if (source.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    int find(String token) {
        return find(token, from);
    }

    GiftText part(int start, int end) {
        return new GiftText(source, start, end);
    }

    GiftText after(int start) {
        return part(start, to);
    }

    GiftText before(int end) {
        return part(from, end);
    }

    /** The same without white space at its ends. */
    GiftText stripped() {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(source.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
            end--;
        }
        return part(start, end);
    }

    boolean isBlank() {
        return raw().isBlank();
    }

    String raw() {
        return source.substring(from, to);
    }

    /** The text as a reader sees it: escapes resolved, trimmed. */
    String plain() {
        return plain("\n");
    }

    /** As {@link #plain()}, with something else for a written {@code \n}. */
    String plain(String lineBreak) {
        StringBuilder plain = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            char next = c == '\\' && i + 1 < to ? source.charAt(i + 1) : 0;
            if (next == 'n') {
                plain.append(lineBreak);
                i++;
            } else if (next != 0 && SIGNS.indexOf(next) >= 0) {
                plain.append(next);
                i++;
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    int line() {
        return (int) source.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
    }

    int column() {
        return from - source.lastIndexOf('\n', from - 1);
    }

    GiftProblem error(String message, String mend) {
        return new GiftProblem(true, line(), column(), message, mend);
    }

    GiftProblem warning(String message, String mend) {
        return new GiftProblem(false, line(), column(), message, mend);
    }
}
