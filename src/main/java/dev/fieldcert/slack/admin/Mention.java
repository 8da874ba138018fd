package dev.fieldcert.slack.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person, group or channel named in a command. Slack sends {@code <@U1|ada>} if escaping is on, and {@code @ada} if it
 * is off.
 *
 * @param id Slack's id; null if only a name was sent
 * @param name as sent; may be empty if there is an id
 */
public record Mention(Kind kind, String id, String name) {

    enum Kind {
        PERSON,
        GROUP,
        CHANNEL,
        /** {@code @name}: the handle of a person or a group. */
        NAME,
        EMAIL,
        /** {@code @here} and the like, which name nobody in particular. */
        BROADCAST
    }

    /** The mentions at the start of a text, and the rest of the text. */
    public record Leading(List<Mention> mentions, String rest) {

        public Leading {
            mentions = List.copyOf(mentions);
        }
    }

    private record Shape(Kind kind, Pattern pattern, boolean hasId) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(Kind.PERSON, Pattern.compile("<@([A-Z0-9]+)(?:\\|([^>]*))?>"), true),
            new Shape(Kind.GROUP, Pattern.compile("<!subteam\\^([A-Z0-9]+)(?:\\|@?([^>]*))?>"), true),
            new Shape(Kind.CHANNEL, Pattern.compile("<#([A-Z0-9]+)(?:\\|([^>]*))?>"), true),
            new Shape(Kind.BROADCAST, Pattern.compile("<!(here|channel|everyone)(?:\\|[^>]*)?>"), false),
            new Shape(Kind.EMAIL, Pattern.compile("<mailto:([^|>\\s]+)(?:\\|[^>]*)?>"), false),
            new Shape(Kind.BROADCAST, Pattern.compile("@(here|channel|everyone)(?=[\\s,]|$)"), false),
            new Shape(Kind.NAME, Pattern.compile("@([^\\s<>,@]+)"), false),
            new Shape(Kind.CHANNEL, Pattern.compile("#([^\\s<>,#]+)"), false),
            new Shape(Kind.EMAIL, Pattern.compile("([^\\s<>,@]+@[^\\s<>,@]+\\.[^\\s<>,@]+)"), false));

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    public static Leading leading(String words) {
        List<Mention> mentions = new ArrayList<>();
        String rest = words.strip();
        while (true) {
            boolean found = false;
            for (Shape shape : SHAPES) {
                Matcher matcher = shape.pattern().matcher(rest);
                if (matcher.lookingAt()) {
                    mentions.add(of(shape, matcher));
                    rest = withoutSeparator(rest.substring(matcher.end()));
                    found = true;
                    break;
                }
            }
            if (!found) {
                return new Leading(mentions, rest.strip());
            }
        }
    }

    private static Mention of(Shape shape, Matcher matcher) {
        if (shape.hasId()) {
            return new Mention(shape.kind(), matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }
        String name = matcher.group(1);
        return new Mention(shape.kind(), null, shape.kind() == Kind.EMAIL ? name.toLowerCase(Locale.ROOT) : name);
    }

    private static String withoutSeparator(String text) {
        Matcher between = BETWEEN.matcher(text);
        return between.lookingAt() ? text.substring(between.end()) : text;
    }

    public boolean isPlace() {
        return kind == Kind.CHANNEL;
    }

    /** The mention as the admin typed it, for use in a sentence. */
    public String typed() {
        switch (kind) {
            case CHANNEL:
                return "#" + (name.isEmpty() ? id : name);
            case EMAIL:
                return name;
            default:
                return "@" + (name.isEmpty() ? id : name);
        }
    }
}
