package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.GiftCommand;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.files.Reading;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands for authors: {@code lint <folder> [--stats]}, {@code gift-import}, {@code gift-export}. */
public final class LintCommand {

    private static final String USAGE =
            "Usage: lint [<folder>] [--stats]\n" + GiftCommand.USAGE.replace("Usage:", "      ");

    /** The names of the commands. */
    public static final List<String> NAMES = List.of("lint", GiftCommand.IMPORT, GiftCommand.EXPORT);

    private LintCommand() {}

    /**
     * Runs a command. {@code lint} without a folder checks the built-in program.
     *
     * @param args with or without a leading {@code lint}
     * @return the exit code: 0 without errors, 1 with errors, 2 if the command could not run
     */
    public static int run(String[] args, PrintStream out) {
        if (args.length > 0 && List.of(GiftCommand.IMPORT, GiftCommand.EXPORT).contains(args[0])) {
            return GiftCommand.run(args, out);
        }
        List<String> words = new ArrayList<>(List.of(args));
        if (!words.isEmpty() && words.get(0).equals("lint")) {
            words.remove(0);
        }
        boolean stats = words.remove("--stats");
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            out.println(USAGE);
            return 2;
        }
        try {
            ProgramFiles files = words.isEmpty() ? ProgramFiles.builtIn() : ProgramFiles.of(Path.of(words.get(0)));
            if (!words.isEmpty()) {
                sayWhatIsNotRead(Path.of(words.get(0)), out);
            }
            return lint(files, stats, out);
        } catch (UncheckedIOException e) {
            out.println("Cannot read it: " + e.getCause().getMessage());
            return 2;
        }
    }

    private static void sayWhatIsNotRead(Path folder, PrintStream out) {
        List<String> unread = ProgramFiles.unread(folder);
        if (!unread.isEmpty()) {
            out.println("Not read, because only .md, .yaml, .yml, .gift and .svg files up to four folders deep are: "
                    + String.join(", ", unread));
        }
    }

    private static int lint(ProgramFiles files, boolean stats, PrintStream out) {
        Reading reading = CurriculumReader.read(files);
        List<Problem> problems = CurriculumLinter.lint(reading);
        problems.forEach(out::println);
        long errors = problems.stream().filter(Problem::isError).count();
        if (stats) {
            out.print(LintStats.table(reading.readable()));
        }
        out.println(errors + (errors == 1 ? " error, " : " errors, ") + warnings(problems.size() - errors)
                + ". Version " + files.version() + ".");
        return errors == 0 ? 0 : 1;
    }

    private static String warnings(long count) {
        return count + (count == 1 ? " warning" : " warnings");
    }
}
