package dev.fieldcert.local.workspace.blockkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Checks one JSON value, and adds what is wrong with it to the problems. */
@FunctionalInterface
interface Rule {

    void check(JsonElement value, String at, Problems problems);

    static Rule any() {
        return (value, at, problems) -> {};
    }

    static Rule string(int min, int max) {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                problems.add(at, "must be a string");
                return;
            }
            String text = value.getAsString();
            int length = text.codePointCount(0, text.length());
            if (length < min) {
                problems.add(at, "must be more than %d characters".formatted(min - 1));
            } else if (length > max) {
                problems.add(at, "must be less than %d characters".formatted(max + 1));
            }
        };
    }

    static Rule bool() {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
                problems.add(at, "must be a boolean");
            }
        };
    }

    static Rule integer(int min, int max) {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
                problems.add(at, "must be an integer");
            } else if (value.getAsLong() < min) {
                problems.add(at, "must be at least " + min);
            } else if (value.getAsLong() > max) {
                problems.add(at, "must be at most " + max);
            }
        };
    }

    static Rule matching(String pattern, String complaint) {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsString().matches(pattern)) {
                problems.add(at, complaint);
            }
        };
    }

    static Rule oneOf(String... allowed) {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !Set.of(allowed).contains(value.getAsString())) {
                problems.add(at, "must be a valid enum value");
            }
        };
    }

    static Rule array(int min, int max, Rule item) {
        return (value, at, problems) -> {
            if (!value.isJsonArray()) {
                problems.add(at, "must provide an array");
                return;
            }
            var items = value.getAsJsonArray();
            if (items.size() < min) {
                problems.add(at, "must provide at least %d items".formatted(min));
            } else if (items.size() > max) {
                problems.add(at, "no more than %d items allowed".formatted(max));
            }
            for (int i = 0; i < items.size(); i++) {
                item.check(items.get(i), at + "/" + i, problems);
            }
        };
    }

    static Rule plainText(int max) {
        return text(1, max, Set.of("plain_text"));
    }

    static Rule anyText(int max) {
        return text(1, max, Set.of("plain_text", "mrkdwn"));
    }

    private static Rule text(int min, int max, Set<String> types) {
        Rule plain = shape().required("text", string(min, max)).optional("emoji", bool());
        Rule mrkdwn = shape().required("text", string(min, max)).optional("verbatim", bool());
        return (value, at, problems) -> {
            String type = Json.text(value, "type");
            if (!value.isJsonObject()) {
                problems.add(at, "must provide an object");
            } else if (!types.contains(type)) {
                problems.add(at, "unsupported type: " + type);
            } else {
                (type.equals("mrkdwn") ? mrkdwn : plain).check(value, at, problems);
            }
        };
    }

    /** The rule for an object whose {@code type} selects one of the given rules. */
    static Rule typed(Map<String, ? extends Rule> rules) {
        return (value, at, problems) -> {
            if (!value.isJsonObject()) {
                problems.add(at, "must provide an object");
                return;
            }
            if (!Json.has(value, "type")) {
                problems.add(at, "missing required field: type");
                return;
            }
            String type = Json.text(value, "type");
            if (rules.containsKey(type)) {
                rules.get(type).check(value, at, problems);
            } else {
                problems.add(at + "/type", "unsupported type: " + type);
            }
        };
    }

    static Shape shape() {
        return new Shape();
    }

    /** The rule for an object with known properties. It refuses unknown properties, as Slack does. */
    final class Shape implements Rule {

        private final Map<String, Rule> properties = new LinkedHashMap<>(Map.of("type", any()));
        private final Set<String> required = new java.util.LinkedHashSet<>();
        private Rule also = any();

        Shape required(String name, Rule rule) {
            required.add(name);
            return optional(name, rule);
        }

        Shape optional(String name, Rule rule) {
            properties.put(name, rule);
            return this;
        }

        /** Adds a rule about the object as a whole. */
        Shape also(Rule rule) {
            Rule before = also;
            also = (value, at, problems) -> {
                before.check(value, at, problems);
                rule.check(value, at, problems);
            };
            return this;
        }

        @Override
        public void check(JsonElement value, String at, Problems problems) {
            if (!value.isJsonObject()) {
                problems.add(at, "must provide an object");
                return;
            }
            JsonObject object = value.getAsJsonObject();
            for (String name : required) {
                if (!Json.has(object, name)) {
                    problems.add(at, "missing required field: " + name);
                }
            }
            for (var property : object.entrySet()) {
                Rule rule = properties.get(property.getKey());
                if (rule == null) {
                    problems.add(at, "invalid additional property: " + property.getKey());
                } else if (!property.getValue().isJsonNull()) {
                    rule.check(property.getValue(), at + "/" + property.getKey(), problems);
                }
            }
            also.check(object, at, problems);
        }
    }
}
