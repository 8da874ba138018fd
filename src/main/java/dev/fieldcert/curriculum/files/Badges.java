package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.BadgeDefinition;
import java.time.Period;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads badge definitions. */
final class Badges {

    private static final List<String> KINDS = List.of("course", "use-case", "assignment", "path");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) (day|week|month|year)s?");

    private Badges() {}

    static BadgeDefinition read(Fields fields, References references, BadgeDefinition.Kind otherwise) {
        String id = fields.id("id");
        SourceLocation before = references.badges().putIfAbsent(id, fields.place());
        if (before != null && !id.isEmpty()) {
            fields.error("id", "The badge id “" + id + "” is taken, see " + before + ".", "Give it another id.");
        }
        String kind = fields.word("kind", otherwise.code(), KINDS);
        String level = fields.word("level", "101", List.of("101", "201", "301", "401"));
        return new BadgeDefinition(
                id,
                fields.text("name", Limits.TITLE),
                BadgeDefinition.Kind.of(kind),
                Integer.parseInt(level),
                fields.text("description", Limits.SUMMARY),
                fields.text("criteria", Limits.SUMMARY),
                span(fields, "valid-for"),
                references.behaviors(fields),
                references.moments(fields),
                fields.flag("inferred", false));
    }

    private static Period span(Fields fields, String key) {
        String text = fields.text(key);
        Matcher span = SPAN.matcher(text);
        if (text.isEmpty()) {
            return Period.ofMonths(12);
        }
        if (!span.matches() || Integer.parseInt(span.group(1)) == 0) {
            fields.error(key, "“" + text + "” is not a span of time.", "Write it like 12 months, or 2 years.");
            return Period.ofMonths(12);
        }
        int amount = Integer.parseInt(span.group(1));
        switch (span.group(2)) {
            case "day":
                return Period.ofDays(amount);
            case "week":
                return Period.ofWeeks(amount);
            case "month":
                return Period.ofMonths(amount);
            default:
                return Period.ofYears(amount);
        }
    }
}
