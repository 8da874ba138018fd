package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A branching conversation: each choice has a consequence and leads to another scene or to the end. The score is the
 * points collected, divided by the most points that any path collects.
 *
 * @param start id of the first scene
 */
public record Scenario(
        String id, String ask, Optional<Stimulus> stimulus, String start, List<Scene> scenes, String explanation)
        implements Question {

    /** The target of a choice that ends the conversation. */
    public static final String END = "end";

    /** @throws IllegalArgumentException if a choice leads nowhere, a path never ends, or no path earns a point */
    public Scenario {
        scenes = List.copyOf(scenes);
        if (best(byId(scenes), start, new HashMap<>(), new ArrayList<>()) <= 0) {
            throw new IllegalArgumentException("No way through question " + id + " earns a point");
        }
    }

    public record Scene(String id, String text, List<Choice> choices) {

        public Scene {
            choices = List.copyOf(choices);
        }
    }

    /**
     * @param id position in its scene: "a", "b" …
     * @param to the scene it leads to, or {@link #END}
     * @param consequence what the learner reads before the next scene
     */
    public record Choice(String id, String text, int points, String to, String consequence) {}

    /**
     * The scene after these choices; empty if the path has ended.
     *
     * @throws IllegalArgumentException if a choice is not in its scene, or comes after the end
     */
    public Optional<Scene> scene(Answer.Walked soFar) {
        List<Choice> way = way(soFar);
        return Optional.ofNullable(
                byId(scenes).get(way.isEmpty() ? start : way.get(way.size() - 1).to()));
    }

    /** The choices of a scene in this seed's order. */
    public List<Choice> choices(Scene scene, long seed) {
        return Items.shuffled(scene.choices(), seed ^ scene.id().hashCode());
    }

    public boolean isComplete(Answer.Walked walked) {
        return scene(walked).isEmpty();
    }

    /** The last choice's consequence; empty before the first choice. */
    public Optional<String> consequence(Answer.Walked soFar) {
        List<Choice> way = way(soFar);
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(way.get(way.size() - 1).consequence());
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        return isComplete(walked(answer)) ? Optional.empty() : Optional.of("The conversation isn’t over yet.");
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        Answer.Walked walked = walked(answer);
        if (!isComplete(walked)) {
            throw new IllegalArgumentException("The way through question " + id + " has not ended");
        }
        Map<String, Scene> byId = byId(scenes);
        Map<String, Integer> best = new HashMap<>();
        int most = best(byId, start, best, new ArrayList<>());
        int collected = 0;
        List<String> remarks = new ArrayList<>();
        String scene = start;
        List<Choice> way = way(walked);
        for (Choice choice : way) {
            collected += choice.points();
            if (choice.points() + best.getOrDefault(choice.to(), 0) < best.get(scene)) {
                Choice better = bestChoice(byId.get(scene), best);
                remarks.add("“" + choice.text() + "”: " + choice.consequence() + " Better: “" + better.text() + "”.");
            }
            scene = choice.to();
        }
        return new GradingResult(
                (double) collected / most, steps(way), steps(bestWay(byId, best)), remarks, explanation);
    }

    private List<Choice> bestWay(Map<String, Scene> byId, Map<String, Integer> best) {
        List<Choice> way = new ArrayList<>();
        for (Scene scene = byId.get(start);
                scene != null;
                scene = byId.get(way.get(way.size() - 1).to())) {
            way.add(bestChoice(scene, best));
        }
        return way;
    }

    private static Choice bestChoice(Scene scene, Map<String, Integer> best) {
        return scene.choices().stream()
                .filter(choice -> choice.points() + best.getOrDefault(choice.to(), 0) == best.get(scene.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The most points from this scene to the end. Adds the result for each scene on the way to {@code known}. */
    private static int best(Map<String, Scene> byId, String at, Map<String, Integer> known, List<String> above) {
        if (at.equals(END)) {
            return 0;
        }
        Scene scene = byId.get(at);
        if (scene == null || scene.choices().isEmpty() || above.contains(at)) {
            throw new IllegalArgumentException("A way through scene " + at + " does not end");
        }
        if (!known.containsKey(at)) {
            above.add(at);
            int most = Integer.MIN_VALUE;
            for (Choice choice : scene.choices()) {
                most = Math.max(most, choice.points() + best(byId, choice.to(), known, above));
            }
            above.remove(at);
            known.put(at, most);
        }
        return known.get(at);
    }

    private List<Choice> way(Answer.Walked walked) {
        Map<String, Scene> byId = byId(scenes);
        List<Choice> way = new ArrayList<>();
        Scene scene = byId.get(start);
        for (String chosen : walked.choices()) {
            Choice choice = scene == null
                    ? null
                    : scene.choices().stream()
                            .filter(candidate -> candidate.id().equals(chosen))
                            .findFirst()
                            .orElse(null);
            if (choice == null) {
                throw new IllegalArgumentException("Question " + id + " has no choice " + chosen + " there");
            }
            way.add(choice);
            scene = byId.get(choice.to());
        }
        return way;
    }

    private Answer.Walked walked(Answer answer) {
        if (answer instanceof Answer.Walked walked) {
            return walked;
        }
        throw new IllegalArgumentException("Question " + id + " is answered by a way through its scenes");
    }

    private static String steps(List<Choice> way) {
        return String.join(" → ", way.stream().map(Choice::text).toList());
    }

    private static Map<String, Scene> byId(List<Scene> scenes) {
        Map<String, Scene> byId = new LinkedHashMap<>();
        scenes.forEach(scene -> byId.put(scene.id(), scene));
        return byId;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scenario(this);
    }
}
