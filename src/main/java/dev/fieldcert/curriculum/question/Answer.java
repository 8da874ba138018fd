package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a learner answered, in the question's own ids; never the text of an option. */
public sealed interface Answer {

    /** Options ticked or clicked: single choice, multiple choice, true/false. */
    record Chosen(Set<String> options) implements Answer {

        public Chosen {
            options = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(options));
        }

        public static Chosen of(String... options) {
            return new Chosen(new LinkedHashSet<>(List.of(options)));
        }
    }

    /** Item id to the id it was assigned to: matching and sorting. */
    record Assigned(Map<String, String> byItem) implements Answer {

        public Assigned {
            byItem = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byItem));
        }
    }

    /** Step ids in the order given: ordering. */
    record Ordered(List<String> steps) implements Answer {

        public Ordered {
            steps = List.copyOf(steps);
        }
    }

    /** Typed text: numeric and short answer. */
    record Written(String text) implements Answer {}

    /** Typed sentences, and the key points their writer sees in them: a written question. */
    record SelfChecked(String text, Set<String> points) implements Answer {

        public SelfChecked {
            points = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(points));
        }
    }

    /** Choice ids from the first scene on: a scenario, complete or on its way. */
    record Walked(List<String> choices) implements Answer {

        public Walked {
            choices = List.copyOf(choices);
        }

        /** Before the first choice. */
        public static Walked start() {
            return new Walked(List.of());
        }

        public Walked then(String choice) {
            List<String> further = new ArrayList<>(choices);
            further.add(choice);
            return new Walked(further);
        }

        /** One choice fewer; the start stays the start. */
        public Walked back() {
            return choices.isEmpty() ? this : new Walked(choices.subList(0, choices.size() - 1));
        }
    }

    /** The form it is stored in: the kind's name, then its parts. Read back by {@link #of}. */
    default List<String> stored() {
        List<String> stored = new ArrayList<>();
        if (this instanceof Chosen chosen) {
            stored.add("chosen");
            stored.addAll(chosen.options());
        } else if (this instanceof Assigned assigned) {
            stored.add("assigned");
            assigned.byItem().forEach((item, target) -> {
                stored.add(item);
                stored.add(target);
            });
        } else if (this instanceof Ordered ordered) {
            stored.add("ordered");
            stored.addAll(ordered.steps());
        } else if (this instanceof Written written) {
            stored.add("written");
            stored.add(written.text());
        } else if (this instanceof SelfChecked checked) {
            stored.add("self-checked");
            stored.add(checked.text());
            stored.addAll(checked.points());
        } else if (this instanceof Walked walked) {
            stored.add("walked");
            stored.addAll(walked.choices());
        }
        return stored;
    }

    /**
     * Reads what {@link #stored} wrote.
     *
     * @throws IllegalArgumentException when it is not such a form
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
