package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.Stimulus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a branching scenario, and checks that every scene is reachable and every path ends. */
final class ScenarioReader {

    private static final int FEWEST_SCENES = 2;
    private static final int MOST_SCENES = 6;
    private static final int MOST_CHOICES = 5;

    private final Fields fields;
    private final Map<String, Fields> entries = new LinkedHashMap<>();
    private final Map<String, List<String>> leadsTo = new HashMap<>();

    ScenarioReader(Fields fields) {
        this.fields = fields;
    }

    /** Returns the question; empty if a choice leads nowhere, a path does not end, or no path earns a point. */
    Optional<Scenario> read(String id, String ask, Optional<Stimulus> stimulus, String explain) {
        for (Fields entry : fields.maps("scenes")) {
            String scene = entry.as(Shape.SCENE).id("id");
            if (scene.equals(Scenario.END) || entries.put(scene, entry) != null) {
                entry.error("id", "“" + scene + "” cannot name this scene: it is taken.", "Give it another id.");
            }
        }
        if (fields.has("scenes") && (entries.size() < FEWEST_SCENES || entries.size() > MOST_SCENES)) {
            fields.error("scenes", "The scenario has " + entries.size() + " scenes.", "Tell it in two to six.");
        }
        List<Scenario.Scene> scenes = new ArrayList<>();
        entries.forEach((scene, entry) -> scenes.add(scene(scene, entry)));
        String start = fields.text("start");
        if (!start.isEmpty() && !entries.containsKey(start)) {
            fields.error("start", "There is no scene “" + start + "” to start with.", mend(start));
        } else if (!start.isEmpty()) {
            checkWays(start);
        }
        try {
            return Optional.of(new Scenario(id, ask, stimulus, start, scenes, explain));
        } catch (IllegalArgumentException e) {
            if (e.getMessage().startsWith("No way")) {
                fields.error("scenes", "No way through the scenario earns a point.", "Give the good choices points.");
            }
            return Optional.empty();
        }
    }

    private Scenario.Scene scene(String id, Fields entry) {
        List<Scenario.Choice> choices = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        leadsTo.put(id, new ArrayList<>());
        for (Fields choice : entry.maps("choices")) {
            choice.as(Shape.CHOICE);
            String text = choice.text("text", Limits.OPTION);
            if (!text.isEmpty() && !texts.add(text)) {
                choice.error("text", "“" + text + "” appears twice in this scene.", "Make them different.");
            }
            String to = choice.text("to");
            if (!to.isEmpty() && !to.equals(Scenario.END) && !entries.containsKey(to)) {
                choice.error("to", "There is no scene “" + to + "”.", mend(to));
            }
            leadsTo.get(id).add(to);
            choices.add(new Scenario.Choice(
                    Option.idAt(choices.size()),
                    text,
                    choice.whole("points", 0, 0, 100),
                    to,
                    choice.text("consequence", Limits.CONSEQUENCE)));
        }
        if (entry.has("choices") && (choices.isEmpty() || choices.size() > MOST_CHOICES)) {
            entry.error("choices", "The scene has " + choices.size() + " choices.", "Give it one to five.");
        }
        return new Scenario.Scene(id, entry.text("text", Limits.SCENE), choices);
    }

    private String mend(String scene) {
        return DidYouMean.among(entries.keySet(), scene).orElse("Add the scene, or write “end”.");
    }

    private void checkWays(String start) {
        Set<String> reached = new HashSet<>();
        walk(start, new ArrayList<>(), reached, new HashSet<>());
        entries.forEach((id, entry) -> {
            if (!reached.contains(id)) {
                entry.error("id", "No choice leads to the scene “" + id + "”.", "Lead to it, or remove it.");
            }
        });
    }

    private void walk(String scene, List<String> above, Set<String> reached, Set<String> circles) {
        if (above.contains(scene)) {
            if (circles.add(scene)) {
                entries.get(scene)
                        .error(
                                "id",
                                "A way comes back to the scene “" + scene + "” and need not end.",
                                "Lead on to a scene that was not there yet, or to “end”.");
            }
            return;
        }
        if (!entries.containsKey(scene) || !reached.add(scene)) {
            return;
        }
        above.add(scene);
        leadsTo.getOrDefault(scene, List.of()).forEach(next -> walk(next, above, reached, circles));
        above.remove(scene);
    }
}
