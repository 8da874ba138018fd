package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A learner's answer. It refers to the question's parts by id, never by their text. */
public sealed interface Answer {

    /** Ids of the chosen options, for single choice, multiple choice, and true/false. */
    record Chosen(Set<String> options) implements Answer {

        public Chosen {
            options = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(options));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chosen(this);
        }

        public static Chosen of(String... options) {
            return new Chosen(new LinkedHashSet<>(List.of(options)));
        }
    }

    /** Target id by item id, for matching and sorting. */
    record Assigned(Map<String, String> byItem) implements Answer {

        public Assigned {
            byItem = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byItem));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.assigned(this);
        }
    }

    /** Step ids in the learner's order, for ordering. */
    record Ordered(List<String> steps) implements Answer {

        public Ordered {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ordered(this);
        }
    }

    /** Typed text, for numeric questions and short answers. */
    record Written(String text) implements Answer {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.written(this);
        }
    }

    /** Typed sentences, and the ids of the key points that the learner finds in them, for a written question. */
    record SelfChecked(String text, Set<String> points) implements Answer {

        public SelfChecked {
            points = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(points));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.selfChecked(this);
        }
    }

    /** Choice ids from the first scene on, for a scenario; may be incomplete. */
    record Walked(List<String> choices) implements Answer {

        public Walked {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.walked(this);
        }

        /** The answer before the first choice. */
        public static Walked start() {
            return new Walked(List.of());
        }

        public Walked then(String choice) {
            List<String> further = new ArrayList<>(choices);
            further.add(choice);
            return new Walked(further);
        }

        /** Returns the answer without its last choice; without choices, returns it unchanged. */
        public Walked back() {
            return choices.isEmpty() ? this : new Walked(choices.subList(0, choices.size() - 1));
        }
    }

    /** The stored form: the name of the kind of answer, then its parts. {@link #of} reads it. */
    default List<String> stored() {
        return match(new Stored());
    }

    /**
     * Returns what may be kept of the answer when the learner is made anonymous: the chosen ids, but no typed text.
     */
    default Answer anonymous() {
        return match(new Anonymous());
    }

    <R> R match(Cases<R> cases);

    /** One method per kind of answer. */
    interface Cases<R> {

        R chosen(Chosen answer);

        R assigned(Assigned answer);

        R ordered(Ordered answer);

        R written(Written answer);

        R selfChecked(SelfChecked answer);

        R walked(Walked answer);
    }

    /** See {@link #stored()}. */
    final class Stored implements Cases<List<String>> {

        private Stored() {}

        private static List<String> of(String kind, Collection<String> parts) {
            List<String> stored = new ArrayList<>();
            stored.add(kind);
            stored.addAll(parts);
            return stored;
        }

        @Override
        public List<String> chosen(Chosen answer) {
            return of("chosen", answer.options());
        }

        @Override
        public List<String> assigned(Assigned answer) {
            return of(
                    "assigned",
                    answer.byItem().entrySet().stream()
                            .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()))
                            .toList());
        }

        @Override
        public List<String> ordered(Ordered answer) {
            return of("ordered", answer.steps());
        }

        @Override
        public List<String> written(Written answer) {
            return of("written", List.of(answer.text()));
        }

        @Override
        public List<String> selfChecked(SelfChecked answer) {
            List<String> parts = new ArrayList<>();
            parts.add(answer.text());
            parts.addAll(answer.points());
            return of("self-checked", parts);
        }

        @Override
        public List<String> walked(Walked answer) {
            return of("walked", answer.choices());
        }
    }

    /** See {@link #anonymous()}. */
    final class Anonymous implements Cases<Answer> {

        private Anonymous() {}

        @Override
        public Answer chosen(Chosen answer) {
            return answer;
        }

        @Override
        public Answer assigned(Assigned answer) {
            return answer;
        }

        @Override
        public Answer ordered(Ordered answer) {
            return answer;
        }

        @Override
        public Answer written(Written answer) {
            return new Written("");
        }

        @Override
        public Answer selfChecked(SelfChecked answer) {
            return new SelfChecked("", answer.points());
        }

        @Override
        public Answer walked(Walked answer) {
            return answer;
        }
    }

    /**
     * Reads the result of {@link #stored}.
     *
     * @throws IllegalArgumentException if the list has another form
     */
    static Answer of(List<String> stored) {
        if (stored.isEmpty()) {
            throw new IllegalArgumentException("An empty list is not a stored answer");
        }
        List<String> parts = stored.subList(1, stored.size());
        switch (stored.get(0)) {
            case "chosen":
                return new Chosen(new LinkedHashSet<>(parts));
            case "assigned":
                if (parts.size() % 2 != 0) {
                    throw new IllegalArgumentException("An assigned answer is stored as pairs");
                }
                Map<String, String> byItem = new LinkedHashMap<>();
                for (int i = 0; i < parts.size(); i += 2) {
                    byItem.put(parts.get(i), parts.get(i + 1));
                }
                return new Assigned(byItem);
            case "ordered":
                return new Ordered(parts);
            case "written":
                if (parts.size() != 1) {
                    throw new IllegalArgumentException("A written answer is stored as one text");
                }
                return new Written(parts.get(0));
            case "self-checked":
                if (parts.isEmpty()) {
                    throw new IllegalArgumentException("A self-checked answer is stored with its text");
                }
                return new SelfChecked(parts.get(0), new LinkedHashSet<>(parts.subList(1, parts.size())));
            case "walked":
                return new Walked(parts);
            default:
                throw new IllegalArgumentException("Not a stored answer: " + stored.get(0));
        }
    }
}
