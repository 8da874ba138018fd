package dev.fieldcert.curriculum.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of docs/writing-a-course.md, put together as the folder they describe. */
public final class AuthorsPage {

    private static final Pattern BLOCK = Pattern.compile(
            "^(?<heading>##+ [^\\n]*)$|^```(?<language>\\w+)\\n(?<text>.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private AuthorsPage() {}

    public static String text() {
        try {
            return Files.readString(Path.of("docs/writing-a-course.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By path; to be changed by tests that make an author's mistakes. */
    public static Map<String, String> course() {
        Map<String, String> files = new LinkedHashMap<>();
        String chapter = "";
        Matcher blocks = BLOCK.matcher(text());
        while (blocks.find()) {
            if (blocks.group("heading") != null) {
                String heading = blocks.group("heading");
                chapter = heading.startsWith("## ") ? heading : chapter;
                continue;
            }
            String file = file(chapter, blocks.group("language"));
            if (!file.isEmpty() && !blocks.group("language").equals("sh")) {
                files.merge(file, blocks.group("text"), String::concat);
            }
        }
        files.computeIfPresent(
                "applying-devops/course.yaml",
                (path, text) -> text.replaceAll("# assignment: territory-plan .*", "assignment: territory-plan"));
        return files;
    }

    private static String file(String chapter, String language) {
        switch (chapter) {
            case "## program.yaml":
                return "program.yaml";
            case "## figures.yaml":
                return "figures.yaml";
            case "## course.yaml":
                return "applying-devops/course.yaml";
            case "## Lessons":
                return "applying-devops/lessons/devops-terms.md";
            case "## Pictures on cards":
                return "applying-devops/pictures/" + (language.equals("svg") ? "third-silo.svg" : "four-steps.yaml");
            case "## Questions":
                return "applying-devops/questions/devops-terms.yaml";
            case "## Job aids":
                return "applying-devops/aids/deployments.md";
            case "## Practice tasks":
                return "applying-devops/tasks/first-question.yaml";
            case "## Assignments":
                return "applying-devops/assignments/territory-plan.yaml";
            case "## GIFT":
                return "applying-devops/questions/devops-terms.gift";
            default:
                return "";
        }
    }
}
