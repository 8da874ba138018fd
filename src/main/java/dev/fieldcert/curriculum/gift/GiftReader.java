package dev.fieldcert.curriculum.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a GIFT text: questions separated by empty lines, comments, and {@code $CATEGORY} lines.
 *
 * <p>A question's id comes from a comment before it ({@code // [id:mql-p1]}), or else from its title or its text. Its
 * pool comes from the nearest category or comment ({@code // pool: check}) before it; of a category, the last part
 * counts. Without either, or if the name is not that of a pool, the question goes to the default pool.
 */
public final class GiftReader {

    private static final Pattern ID = Pattern.compile("\\[id:([^\\]]+)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");
    private static final Pattern POOL = Pattern.compile("//\\s*pool:\\s*(\\S+)\\s*");
    private static final List<String> POOLS = List.of("practice", "check");

    private final String source;
    private final List<GiftReading.Entry> entries = new ArrayList<>();
    private final List<GiftProblem> problems = new ArrayList<>();
    private final GiftIds ids = new GiftIds();
    private final String otherwise;
    private String pool;
    private String id = "";

    private GiftReader(String source, String otherwise) {
        this.source = source;
        this.otherwise = otherwise;
        this.pool = otherwise;
    }

    public static GiftReading read(String text) {
        return read(text, "practice");
    }

    /** @param pool the default pool: {@code practice} or {@code check} */
    public static GiftReading read(String text, String pool) {
        GiftReader reader =
                new GiftReader(text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n'), pool);
        ID.matcher(reader.source)
                .results()
                .forEach(found -> reader.ids.reserve(found.group(1).strip()));
        reader.readBlocks();
        return new GiftReading(reader.entries, reader.problems);
    }

    private void readBlocks() {
        int start = -1;
        int at = 0;
        while (at <= source.length()) {
            int end = source.indexOf('\n', at);
            end = end < 0 ? source.length() : end;
            GiftText line = new GiftText(source, at, end).stripped();
            String raw = line.raw();
            boolean aside = raw.startsWith("//") || raw.startsWith("$CATEGORY:");
            if (start >= 0 && (raw.isEmpty() || aside && isClosed(start, at))) {
                question(new GiftText(source, start, at));
                start = -1;
            }
            if (aside && start < 0) {
                aside(line);
            } else if (!raw.isEmpty() && start < 0) {
                start = line.from();
            }
            at = end + 1;
        }
        if (start >= 0) {
            question(new GiftText(source, start, source.length()));
        }
    }

    /**
     * Whether the question has its closing brace, so that a comment or category that follows belongs to the next
     * question.
     */
    private boolean isClosed(int start, int end) {
        GiftText soFar = new GiftText(source, start, end);
        return soFar.find("}") >= 0;
    }

    private void aside(GiftText line) {
        String raw = line.raw();
        if (raw.startsWith("$CATEGORY:")) {
            String[] path = raw.substring("$CATEGORY:".length()).strip().split("/");
            choosePool(line, path[path.length - 1]);
            return;
        }
        Matcher named = POOL.matcher(raw);
        if (named.matches()) {
            choosePool(line, named.group(1));
        }
        Matcher ids = ID.matcher(raw);
        if (ids.find()) {
            id = ids.group(1).strip();
        }
        Matcher tags = TAG.matcher(raw);
        if (tags.find()) {
            problems.add(line.warning("Tags are not kept: " + tags.group(1) + ".", "Nothing needs to be done."));
        }
    }

    private void choosePool(GiftText line, String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (POOLS.contains(word)) {
            pool = word;
        } else {
            pool = otherwise;
            problems.add(line.warning(
                    "“" + name.strip() + "” is not a pool: what follows goes to " + otherwise + ".",
                    "Let the category end in practice or check where it should not."));
        }
    }

    private void question(GiftText block) {
        GiftText withoutComments = blankComments(block).stripped();
        List<GiftProblem> found = new ArrayList<>();
        try {
            GiftQuestion question = new GiftQuestion(withoutComments, id, ids, found);
            entries.add(new GiftReading.Entry(pool, question.read(), block.line(), block.column()));
            problems.addAll(found);
        } catch (GiftFault fault) {
            problems.add(fault.problem().of(GiftQuestion.name(withoutComments)));
        } finally {
            id = "";
        }
    }

    /** Replaces the comments inside a question with spaces, so that all positions stay the same. */
    private static GiftText blankComments(GiftText block) {
        Matcher comments = Pattern.compile("(?m)^[ \\t]*//.*$").matcher(block.raw());
        String blanked =
                comments.replaceAll(comment -> " ".repeat(comment.group().length()));
        return new GiftText(block.source().substring(0, block.from()) + blanked, block.from(), block.to());
    }
}
