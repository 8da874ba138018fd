package dev.fieldcert;

import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.badge.verification.VerifyCommand;
import dev.fieldcert.curriculum.lint.LintCommand;
import dev.fieldcert.export.ExportCommand;
import dev.fieldcert.itemanalysis.readmodel.StatsCommand;
import dev.fieldcert.local.LocalSettings;
import dev.fieldcert.local.store.StoreCommand;
import dev.fieldcert.local.store.StoreException;
import dev.fieldcert.local.store.StoreReader;
import dev.fieldcert.slack.check.CheckSlack;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** Runs the commands that exit without starting the bot. */
final class CommandLine {

    private static final List<String> HELP = List.of("help", "--help", "-h");
    private static final List<String> VERSION = List.of("version", "--version");

    private static final String USAGE = """
            Usage: java -jar fieldcert.jar [command]

            (no command)                          starts the bot; the README says how to configure it
            lint [<folder>] [--stats]             checks a program's files
            gift-import <file.gift> [<out.yaml>]  turns Moodle questions into FieldCert's format
            gift-export <file.yaml> practice|check
            verify <file> [--email <address>]     verifies an Open Badge 3.0, offline
            check-slack [--wait <seconds>]        whether Slack and this installation work together
            backup <file>, restore <file>         copies the embedded store, or brings a copy back
            migrate <mongodb-uri>                 copies the embedded store to a MongoDB
            export <table> <file> [--since <day>] writes answers, attempts, learners, badges or the audit
            stats <answers.csv>                   computes item statistics from exported answers
            help, version""";

    private CommandLine() {}

    /** @return the exit code; empty if the arguments are not a command, so that the bot starts */
    static OptionalInt run(String[] args, PrintStream out) {
        if (args.length == 0) {
            return OptionalInt.empty();
        }
        if (LintCommand.NAMES.contains(args[0])) {
            return OptionalInt.of(LintCommand.run(args, out));
        }
        if (StoreCommand.NAMES.contains(args[0])) {
            return OptionalInt.of(store(args, out));
        }
        if (args[0].equals("verify")) {
            return OptionalInt.of(verify(args, out));
        }
        if (args[0].equals("export")) {
            return OptionalInt.of(export(args, out));
        }
        if (args[0].equals(CheckSlack.NAME)) {
            return OptionalInt.of(CheckSlack.run(args, environment(), out));
        }
        if (args[0].equals(StatsCommand.NAME)) {
            return OptionalInt.of(StatsCommand.run(Arrays.copyOfRange(args, 1, args.length), out));
        }
        if (HELP.contains(args[0])) {
            out.println(USAGE);
            return OptionalInt.of(0);
        }
        if (VERSION.contains(args[0])) {
            String version = CommandLine.class.getPackage().getImplementationVersion();
            out.println("FieldCert " + (version == null ? "(not packaged)" : version));
            return OptionalInt.of(0);
        }
        if (!args[0].startsWith("-")) {
            out.println("There is no command “" + args[0] + "”.\n\n" + USAGE);
            return OptionalInt.of(2);
        }
        return OptionalInt.empty();
    }

    /** Runs a command on the embedded store. It needs only the data folder, so it works even if the bot cannot start. */
    private static int store(String[] args, PrintStream out) {
        return StoreCommand.run(args, LocalSettings.of(environment()).data(), out);
    }

    private static ConfigurableEnvironment environment() {
        LoggingSystem logging = LoggingSystem.get(CommandLine.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** Verifies a badge, even without an installation. If there is a data folder, its keys and revocations are used, too. */
    private static int verify(String[] args, PrintStream out) {
        ConfigurableEnvironment environment = environment();
        return new VerifyCommand(
                        new BadgeVerifier(InstalledBadges.of(environment)),
                        Clock.systemUTC().instant())
                .run(Arrays.copyOfRange(args, 1, args.length), out);
    }

    private static int export(String[] args, PrintStream out) {
        ConfigurableEnvironment environment = environment();
        String uri = environment.getProperty("spring.mongodb.uri", "");
        ExportCommand.Database database = reader -> {
            try {
                return uri.isBlank()
                        ? StoreReader.read(LocalSettings.of(environment).data(), reader)
                        : reader.apply(uri);
            } catch (StoreException noStore) {
                throw new IllegalStateException(noStore.getMessage(), noStore);
            }
        };
        return ExportCommand.run(Arrays.copyOfRange(args, 1, args.length), database, Clock.systemUTC(), out);
    }
}
