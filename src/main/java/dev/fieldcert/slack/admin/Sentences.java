package dev.fieldcert.slack.admin;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Phrases that the admin's screens share. */
public final class Sentences {

    private static final int NAMED = 20;

    private Sentences() {}

    public static String quoted(String words) {
        return "“" + Mrkdwn.escape(Blocks.cut(words, 80)) + "”";
    }

    public static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    public static String people(long number) {
        return count(number, "person", "people");
    }

    /** Mentions of the first few people, and how many more there are. */
    public static String mentions(Collection<String> ids) {
        String named =
                String.join(", ", ids.stream().limit(NAMED).map(Mrkdwn::person).toList());
        return ids.size() <= NAMED ? named : named + " and %,d more".formatted(ids.size() - NAMED);
    }

    /** The title of a path or a course, or its id if it is no longer in the program. */
    public static String title(Program program, String target) {
        return program.path(target)
                .map(LearningPath::title)
                .or(() -> program.course(target).map(Course::title))
                .orElse(target);
    }

    public static String targets(Program program) {
        List<String> names = new ArrayList<>();
        program.paths().forEach(path -> names.add("`" + path.id() + "` – " + Mrkdwn.escape(path.title())));
        program.courses()
                .forEach(course -> names.add("`" + course.id() + "` – " + Mrkdwn.escape(course.title())
                        + (course.coming() ? " _(coming soon)_" : "")));
        return String.join("\n", names);
    }

    public static String objectives(Course course) {
        return String.join(
                "\n",
                course.objectives().stream()
                        .map(objective -> "`" + objective.id() + "` – " + Mrkdwn.escape(objective.title()))
                        .toList());
    }

    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
