package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.slack.admin.enroll.Roster;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule in the form in which it is written: {@code title contains "Strategic Account" → pipeline, due 90 days after
 * start}. All of its conditions must hold. {@link #of} can read what {@link #toString} writes.
 *
 * @param target as written; the id of a path or course once it has been looked up
 */
record RuleText(List<Condition> conditions, String target, Due due) {

    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|⇒|-+>|=+>)\\s*");
    private static final Pattern DUE = Pattern.compile("(?i)(.*?)(?:\\s*,\\s*|\\s+)due\\s+(.+)");
    private static final Pattern DAYS =
            Pattern.compile("(?i)(\\d{1,4}) days? after (?:the )?(start|joining)(?: date)?");
    private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern CHANNEL =
            Pattern.compile("(?i)(?:everyone |everybody )?in (?:<#(\\w+)(?:\\|([^>]*))?>|#(\\S+))");
    private static final Pattern GROUP =
            Pattern.compile("(?i)(?:everyone |everybody )?in (?:<!subteam\\^(\\w+)(?:\\|@?([^>]*))?>|@(\\S+))");
    private static final Pattern EVERYONE = Pattern.compile("(?i)everyone|everybody|anyone|joins");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)(profile )?(\\S+(?: \\S+)*?) (contains|starts with|ends with|is not|is|=) \"([^\"]*)\"");

    private static final int MOST_DAYS = 1500;

    /** A condition that a person must meet. */
    sealed interface Condition {}

    /** @param id null until the place has been looked up */
    record In(boolean channel, String id, String name) implements Condition {

        @Override
        public String toString() {
            String shown = id == null ? name : id + "|" + name;
            return channel
                    ? "in " + (id == null ? "#" + name : "<#" + shown + ">")
                    : "in " + (id == null ? "@" + name : "<!subteam^" + id + "|@" + name + ">");
        }
    }

    record Everyone() implements Condition {

        @Override
        public String toString() {
            return "everyone";
        }
    }

    /** @param profile true for a field of the Slack profile, false for a column of the roster */
    record Field(boolean profile, String name, Operator operator, String value) implements Condition {

        boolean holds(String actual) {
            return operator.holds(normal(actual == null ? "" : actual), normal(value));
        }

        private static String normal(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        }

        @Override
        public String toString() {
            return (profile ? "profile " : "") + name + " " + operator.word + " \"" + value + "\"";
        }
    }

    enum Operator {
        IS("is"),
        IS_NOT("is not"),
        CONTAINS("contains"),
        STARTS("starts with"),
        ENDS("ends with");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        private static final Map<String, Operator> BY_WORD = Map.of(
                "is", IS, "=", IS, "is not", IS_NOT, "contains", CONTAINS, "starts with", STARTS, "ends with", ENDS);

        boolean holds(String actual, String wanted) {
            return switch (this) {
                case IS -> actual.equals(wanted);
                case IS_NOT -> !actual.equals(wanted);
                case CONTAINS -> actual.contains(wanted);
                case STARTS -> actual.startsWith(wanted);
                case ENDS -> actual.endsWith(wanted);
            };
        }
    }

    /**
     * When an enrollment by the rule is due. At most one of {@code on} and {@code days} is given.
     *
     * @param on a fixed day; null if none is given
     * @param days days after the start date in the roster, or after the day of enrollment; null if none are given
     */
    record Due(LocalDate on, Integer days, boolean afterStart) {

        static final Due NONE = new Due(null, null, false);

        /** @param start the person's start date; null if it is unknown, which is allowed unless {@code afterStart} */
        LocalDate from(LocalDate today, LocalDate start) {
            if (days == null) {
                return on;
            }
            return (afterStart ? start : today).plusDays(days);
        }

        @Override
        public String toString() {
            if (days != null) {
                return ", due %d %s after %s"
                        .formatted(days, days == 1 ? "day" : "days", afterStart ? "start" : "joining");
            }
            return on == null ? "" : ", due " + on;
        }
    }

    /** The text is not a rule. The message tells the admin what to write. */
    static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String sentence) {
            super(sentence);
        }
    }

    RuleText {
        conditions = List.copyOf(conditions);
    }

    static RuleText of(String written) throws NotUnderstood {
        String[] sides = ARROW.split(written.strip().replaceAll("[“”„«»]", "\"").replaceAll("\\s+", " "), -1);
        if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw new NotUnderstood("A rule says who, then an arrow (`→` or `->`), then the path or course.");
        }
        List<Condition> conditions = new ArrayList<>();
        for (String condition : AND.split(sides[0])) {
            conditions.add(condition(condition.strip()));
        }
        Matcher due = DUE.matcher(sides[1]);
        RuleText rule = due.matches()
                ? new RuleText(
                        conditions, unquoted(due.group(1)), due(due.group(2).strip()))
                : new RuleText(conditions, unquoted(sides[1]), Due.NONE);
        rule.check();
        return rule;
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^\"|\"$", "");
    }

    private static Condition condition(String text) throws NotUnderstood {
        Matcher channel = CHANNEL.matcher(text);
        if (channel.matches()) {
            return in(true, channel);
        }
        Matcher group = GROUP.matcher(text);
        if (group.matches()) {
            return in(false, group);
        }
        if (EVERYONE.matcher(text).matches()) {
            return new Everyone();
        }
        Matcher field = FIELD.matcher(text);
        if (!field.matches() || field.group(4).isBlank()) {
            throw new NotUnderstood("I don’t understand `" + text.replace('`', '\'')
                    + "`. Write `in #channel`, `in @group`, `everyone`, `profile title contains \"…\"`, or a roster "
                    + "column, like `title contains \"…\"`.");
        }
        boolean profile = field.group(1) != null;
        return new Field(
                profile,
                profile ? profileField(field.group(2)) : Roster.nameOf(field.group(2)),
                Operator.BY_WORD.get(field.group(3).toLowerCase(Locale.ROOT)),
                field.group(4).strip());
    }

    private static In in(boolean channel, Matcher place) {
        return place.group(1) == null
                ? new In(channel, null, place.group(3))
                : new In(channel, place.group(1), place.group(2) == null ? place.group(1) : place.group(2));
    }

    private static String profileField(String name) throws NotUnderstood {
        if (name.matches("Xf[A-Z0-9]+")) {
            return name;
        }
        String known = name.toLowerCase(Locale.ROOT);
        if (!List.of("title", "email").contains(known)) {
            throw new NotUnderstood(
                    "From a Slack profile, I can read `title`, `email`, and custom fields by ID, like `Xf0123ABCD`.");
        }
        return known;
    }

    private static Due due(String text) throws NotUnderstood {
        Matcher days = DAYS.matcher(text);
        if (days.matches() && Integer.parseInt(days.group(1)) <= MOST_DAYS) {
            return new Due(null, Integer.valueOf(days.group(1)), days.group(2).equalsIgnoreCase("start"));
        }
        try {
            return new Due(LocalDate.parse(text), null, false);
        } catch (DateTimeParseException noDay) {
            throw new NotUnderstood(
                    "A due date is a day like `due 2027-03-31`, `due 90 days after joining`, or, with the "
                            + "roster’s start date, `due 90 days after start`.");
        }
    }

    private void check() throws NotUnderstood {
        if (isOfTheRoster() && conditions.stream().anyMatch(RuleText::isOfSlack)) {
            throw new NotUnderstood(
                    "A rule can read either roster columns or Slack, not both. For the title in the Slack profile, "
                            + "write `profile title`.");
        }
        if (due.afterStart() && !isOfTheRoster()) {
            throw new NotUnderstood(
                    "Only the roster has start dates. Write `due %d days after joining`.".formatted(due.days()));
        }
    }

    private static boolean isOfSlack(Condition condition) {
        return !(condition instanceof Field field) || field.profile();
    }

    boolean isOfTheRoster() {
        return conditions.stream().anyMatch(condition -> !isOfSlack(condition));
    }

    /** The conditions on fields of the profile or columns of the roster. */
    List<Field> fields() {
        return conditions.stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .toList();
    }

    boolean readsCustomFields() {
        return fields().stream()
                .anyMatch(field -> field.profile() && field.name().startsWith("Xf"));
    }

    List<In> places() {
        return conditions.stream()
                .filter(In.class::isInstance)
                .map(In.class::cast)
                .toList();
    }

    /** Whether a line of the roster meets all conditions. */
    boolean holds(Roster.Row row) {
        return fields().stream().allMatch(field -> field.holds(row.cell(field.name())));
    }

    RuleText with(List<Condition> found, String id) {
        return new RuleText(found, id, due);
    }

    @Override
    public String toString() {
        return String.join(" and ", conditions.stream().map(Condition::toString).toList()) + " → " + target + due;
    }
}
