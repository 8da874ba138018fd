package dev.fieldcert.curriculum.lint;

import java.util.Locale;
import java.util.Set;

/** The words that are commands in the DM, where a learner also types answers: a command is understood first. */
public final class DmWords {

    /** What people can type there, each alone; a test compares it with what the bot understands. */
    public static final Set<String> COMMANDS = Set.of(
            "next",
            "status",
            "enroll",
            "ask",
            "badges",
            "review",
            "memory",
            "aids",
            "calendar",
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
