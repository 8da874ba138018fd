package dev.fieldcert.curriculum.lint;

import java.util.Locale;
import java.util.Set;

/** Words that are commands in the DM. Learners type answers there, too, but a command takes precedence. */
public final class DmWords {

    /** The commands that can be typed alone. A test compares them with those that the bot understands. */
    public static final Set<String> COMMANDS = Set.of(
            "next",
            "status",
            "enroll",
            "ask",
            "badges",
            "calendar",
            "review",
            "memory",
            "aids",
            "tasks",
            "settings",
            "pause",
            "resume",
            "my-data",
            "forget-me",
            "feedback",
            "leave",
            "confidence",
            "remind",
            "delegate",
            "team",
            "help");

    private DmWords() {}

    static boolean isCommand(String answer) {
        return COMMANDS.contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
