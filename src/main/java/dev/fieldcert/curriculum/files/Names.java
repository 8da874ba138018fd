package dev.fieldcert.curriculum.files;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Opens every file of a program by following the names in its files. Ignores errors, because the reader reports them.
 */
record Names(Function<String, Optional<String>> open) {

    void follow() {
        open.apply(ProgramFiles.FIGURES);
        Optional<Node> program = yaml(ProgramFiles.PROGRAM);
        for (Node path : list(program, "paths")) {
            list(Optional.of(path), "courses").forEach(course -> scalar(course).ifPresent(this::course));
        }
    }

    private void course(String id) {
        Optional<Node> course = yaml(id + "/course.yaml");
        list(course, "aids").forEach(aid -> scalar(aid).ifPresent(name -> open.apply(id + "/aids/" + name + ".md")));
        course.flatMap(node -> child(node, "task"))
                .flatMap(Names::scalar)
                .ifPresent(name -> open.apply(id + "/tasks/" + name + ".yaml"));
        for (Node objective : list(course, "objectives")) {
            child(objective, "id").flatMap(Names::scalar).ifPresent(name -> {
                open.apply(id + "/lessons/" + name + ".md").ifPresent(lesson -> pictures(id, lesson));
                open.apply(id + "/questions/" + name + ".yaml");
                open.apply(id + "/questions/" + name + ".gift");
            });
            child(objective, "assignment")
                    .flatMap(Names::scalar)
                    .ifPresent(name -> open.apply(id + "/assignments/" + name + ".yaml"));
        }
    }

    private void pictures(String course, String lesson) {
        lesson.lines()
                .map(PictureReader.LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> open.apply(course + "/pictures/" + line.group("file")));
    }

    private Optional<Node> yaml(String path) {
        return open.apply(path).flatMap(text -> Yaml.parse(path, text, 0, new Problems()));
    }

    private static List<Node> list(Optional<Node> node, String key) {
        return node.flatMap(parent -> child(parent, key))
                .filter(SequenceNode.class::isInstance)
                .map(child -> ((SequenceNode) child).getValue())
                .orElse(List.of());
    }

    private static Optional<Node> child(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> scalar(tuple.getKeyNode()).equals(Optional.of(key)))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }
}
