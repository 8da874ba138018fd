package dev.fieldcert.curriculum.gift;

/**
 * A section of a GIFT text, with its position. Searches in it skip escaped characters.
 *
 * @param source the whole text
 * @param from the section's first index in the source
 * @param to the index after the section's last character
 */
record GiftText(String source, int from, int to) {

    /** The characters that a backslash can escape. */
    static final String SIGNS = "~=#{}:\\";

    /** Replaces a written {@code \n} where the file's own line ends mean something else. */
    static final String LINE_BREAK = "\u2028";

    /** Index of the first unescaped token at or after {@code start}; -1 if there is none. */
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

    /** The section without white space at its ends. */
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

    /** The text as a reader sees it: without escapes, trimmed. */
    String plain() {
        return plain("\n");
    }

    /** Like {@link #plain()}, with {@code lineBreak} in place of each written {@code \n}. */
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
