package dev.fieldcert;

import dev.fieldcert.curriculum.lint.LintCommand;
import java.io.PrintStream;
import java.util.OptionalInt;

/** The commands that do one thing and end, without starting the bot. */
final class CommandLine {

    private CommandLine() {}

    /** @return the exit code; empty when the arguments name no command, and the bot is to start */
    static OptionalInt run(String[] args, PrintStream out) {
        if (args.length == 0) {
            return OptionalInt.empty();
        }
        switch (args[0]) {
            case "lint":
                return OptionalInt.of(LintCommand.run(args, out));
            default:
                return OptionalInt.empty();
        }
    }
}
