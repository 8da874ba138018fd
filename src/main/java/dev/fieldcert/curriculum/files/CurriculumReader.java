package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Competency;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Moment;
import dev.fieldcert.curriculum.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a program from its files. Every error becomes a {@link Problem}, after which reading continues; a file's
 * content never causes an exception.
 */
public final class CurriculumReader {

    private final ProgramFiles files;
    private final Problems problems = new Problems();
    private final Map<String, SourceLocation> places = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Figures figures = new Figures();
    private final List<Course> untaught = new ArrayList<>();

    private CurriculumReader(ProgramFiles files) {
        this.files = files;
    }

    public static Reading read(ProgramFiles files) {
        CurriculumReader reader = new CurriculumReader(files);
        Program program = reader.program();
        reader.reportStrayFiles();
        reader.figures.reportUnused(reader.problems);
        return new Reading(program, List.copyOf(reader.untaught), reader.problems.inOrder(), reader.places);
    }

    private Program program() {
        files.texts().forEach(this::reportBrokenCharacters);
        if (files.text(ProgramFiles.FIGURES).isPresent()) {
            open(ProgramFiles.FIGURES).ifPresent(figures::read);
        }
        Optional<Fields> read = open(ProgramFiles.PROGRAM);
        if (read.isEmpty()) {
            return new Program(files.version(), "", "", List.of(), List.of(), List.of(), List.of());
        }
        Fields fields = read.get().as(Shape.PROGRAM);
        List<Competency> competencies =
                fields.maps("competencies").stream().map(this::competency).toList();
        List<Moment> moments =
                fields.maps("moments").stream().map(CurriculumReader::moment).toList();
        References references = references(competencies, moments);
        reportDuplicates(fields, "competencies");
        reportDuplicates(fields, "moments");
        reportDuplicates(fields, "paths");
        Map<String, Course> courses = new LinkedHashMap<>();
        List<LearningPath> paths = new ArrayList<>();
        for (Fields path : fields.maps("paths")) {
            paths.add(path(path.as(Shape.PATH), references, courses));
        }
        readUntaught(references);
        if (paths.isEmpty()) {
            fields.error("paths", "The program has no path.", "Add one under “paths”.");
        }
        return new Program(
                files.version(),
                fields.id("id"),
                fields.text("title", Limits.TITLE),
                paths,
                List.copyOf(courses.values()),
                competencies,
                moments);
    }

    private LearningPath path(Fields fields, References references, Map<String, Course> courses) {
        List<String> ids = new ArrayList<>();
        for (Text course : fields.texts("courses", Limits.ID)) {
            String id = course.value();
            if (ids.contains(id)) {
                problems.error(course.place(), "“" + id + "” is in this path twice.", "Remove one.");
            } else if (files.text(id + "/course.yaml").isEmpty()) {
                problems.error(
                        course.place(),
                        "There is no course “" + id + "”: " + id + "/course.yaml is missing.",
                        DidYouMean.among(courseFolders(), id).orElse("Write it, or remove it from the path."));
            } else {
                ids.add(id);
                if (!courses.containsKey(id)) {
                    readCourse(id, references).ifPresent(read -> courses.put(id, read));
                }
            }
        }
        Optional<BadgeDefinition> certificate = fields.map("certificate")
                .map(badge -> Badges.read(badge.as(Shape.CERTIFICATE), references, BadgeDefinition.Kind.PATH));
        String id = fields.id("id");
        places.put("path:" + id, fields.place());
        certificate.ifPresent(badge -> places.put("badge:" + badge.id(), fields.place("certificate")));
        return new LearningPath(
                id,
                fields.text("title", Limits.TITLE),
                fields.text("summary", Limits.SUMMARY),
                ids.stream().filter(courses::containsKey).toList(),
                certificate);
    }

    private Optional<Course> readCourse(String id, References references) {
        return open(id + "/course.yaml")
                .map(fields -> new CourseReader(this, id, references).read(fields.as(Shape.COURSE)));
    }

    /**
     * Reads the courses that are in no path. They are checked like any other course, so that a course can be written
     * before a path teaches it.
     */
    private void readUntaught(References references) {
        for (String id : courseFolders()) {
            String path = id + "/course.yaml";
            if (!used.contains(path)) {
                problems.warning(
                        SourceLocation.top(path),
                        "No path teaches this course.",
                        "Add “" + id + "” to a path's courses.");
                readCourse(id, references).ifPresent(untaught::add);
            }
        }
    }

    private List<String> courseFolders() {
        return files.texts().keySet().stream()
                .filter(path -> path.matches("[^/]+/course\\.yaml"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .toList();
    }

    private Competency competency(Fields fields) {
        fields.as(Shape.COMPETENCY);
        reportDuplicates(fields, "behaviors");
        List<Competency.Behavior> behaviors = fields.maps("behaviors").stream()
                .map(behavior -> behavior.as(Shape.BEHAVIOR))
                .map(behavior -> new Competency.Behavior(behavior.id("id"), behavior.text("title", Limits.TITLE)))
                .toList();
        return new Competency(fields.id("id"), fields.text("title", Limits.TITLE), Urls.read(fields, "url"), behaviors);
    }

    private static Moment moment(Fields fields) {
        fields.as(Shape.MOMENT);
        return new Moment(
                fields.id("id"),
                fields.text("title", Limits.TITLE),
                fields.text("phase", Limits.TITLE),
                Urls.read(fields, "url"),
                fields.flag("inferred", false));
    }

    private References references(List<Competency> competencies, List<Moment> moments) {
        Set<String> behaviors = new HashSet<>();
        competencies.forEach(competency -> competency.behaviors().forEach(behavior -> behaviors.add(behavior.id())));
        Set<String> momentIds = new HashSet<>();
        moments.forEach(moment -> momentIds.add(moment.id()));
        return new References(behaviors, momentIds, new HashMap<>());
    }

    private void reportDuplicates(Fields fields, String key) {
        Set<String> ids = new HashSet<>();
        for (Fields entry : fields.maps(key)) {
            String id = entry.text("id");
            if (!id.isEmpty() && !ids.add(id)) {
                entry.error(
                        "id", "The id “" + id + "” appears in “" + key + "” twice.", "Give one of them another id.");
            }
        }
    }

    /** Returns the mapping in a file; empty if it cannot be read, which has then been reported. */
    Optional<Fields> open(String path) {
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            problems.error(
                    SourceLocation.top(path),
                    "The file is missing.",
                    DidYouMean.file(files.texts().keySet(), path).orElse("Write it."));
            return Optional.empty();
        }
        return Yaml.parse(path, text.get(), 0, problems).map(node -> fields(path, 0, node));
    }

    Fields fields(String path, int linesBefore, Node node) {
        return new Fields(path, linesBefore, node, problems);
    }

    /** Returns the text of a file with the program's figures filled in; empty if there is no such file. */
    Optional<String> text(String path) {
        used.add(path);
        return files.text(path).map(text -> figures.filled(path, text, problems));
    }

    List<String> paths() {
        return List.copyOf(files.texts().keySet());
    }

    Problems problems() {
        return problems;
    }

    void place(String key, SourceLocation place) {
        places.put(key, place);
    }

    void placeIfAbsent(String key, SourceLocation place) {
        places.putIfAbsent(key, place);
    }

    private void reportBrokenCharacters(String path, String text) {
        int at = text.indexOf('\uFFFD');
        if (at >= 0) {
            problems.error(
                    SourceLocation.at(path, text, at), "A character here is not UTF-8.", "Save the file as UTF-8.");
        }
    }

    /**
     * Reports files that nothing refers to; most often, their names are misspelled. Pictures are not reported while a
     * lesson is missing, because that lesson may show them. Notes for authors (Markdown outside lessons and job aids)
     * are never reported.
     */
    private void reportStrayFiles() {
        for (String path : files.texts().keySet()) {
            if (used.contains(path) || path.endsWith(".md") && !path.matches(".*/(lessons|aids)/.*")) {
                continue;
            }
            String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            if (!folder.isEmpty() && !used.contains(folder + "/course.yaml")) {
                continue;
            }
            List<String> missing =
                    used.stream().filter(name -> files.text(name).isEmpty()).toList();
            if (missing.stream().anyMatch(name -> inOnePlace(name, path) && problems.explain(name, path))
                    || path.startsWith(folder + "/pictures/")
                            && missing.stream().anyMatch(name -> name.startsWith(folder + "/lessons/"))) {
                continue;
            }
            problems.error(
                    SourceLocation.top(path),
                    "Nothing refers to this file.",
                    DidYouMean.file(missing, path)
                            .orElse("Name it by its objective's or assignment's id, or remove it."));
        }
    }

    private static boolean inOnePlace(String one, String other) {
        return one.substring(0, one.lastIndexOf('/') + 1).equals(other.substring(0, other.lastIndexOf('/') + 1))
                && one.substring(one.lastIndexOf('.')).equals(other.substring(other.lastIndexOf('.')));
    }
}
