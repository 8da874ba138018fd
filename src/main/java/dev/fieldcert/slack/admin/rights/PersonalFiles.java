package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.learner.privacy.PersonalRecord;
import dev.fieldcert.team.admin.Roles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Writes everything that the bot holds about a person as two files: JSON for other software, and a page to read, which
 * has a letter and all details.
 */
@Component
class PersonalFiles {

    private static final JsonWriterSettings JSON = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .indent(true)
            .dateTimeConverter((millis, writer) ->
                    writer.writeString(Instant.ofEpochMilli(millis).toString()))
            .build();

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("learner", "You, your courses, and your settings"),
            Map.entry("answers", "Your answers"),
            Map.entry("attempts", "Your checks and test-outs"),
            Map.entry("submissions", "What you submitted"),
            Map.entry("reviews", "What reviewers said about it"),
            Map.entry("escalations", "When someone else was asked to review"),
            Map.entry("badges_given", "Badges you earned"),
            Map.entry("milestones", "Enrollments, lessons done, badges revoked"),
            Map.entry("feedback", "Feedback you gave"),
            Map.entry("audit", "What others changed in your record"),
            Map.entry("reviews_given", "Reviews you wrote"),
            Map.entry("changes_made_to_others", "What you changed in other people’s records"),
            Map.entry("awards", "Your badges, as they were signed"),
            Map.entry("recipients", "The ID that stands for you in your badges"),
            Map.entry("congratulations", "Congratulations you gave"));

    /** Fields that only software needs. The page leaves them out; the JSON file contains them. */
    private static final Set<String> TECHNICAL = Set.of(
            "_id",
            "alias",
            "seed",
            "attempt",
            "submission",
            "commandResults",
            "processed",
            "lease",
            "outbox",
            "issued",
            "salt",
            "token",
            "png",
            "svg",
            "json",
            "schema",
            "statusIndex");

    private final Letter letters;
    private final PersonalRecord records;
    private final Roles roles;
    private final Clock clock;

    PersonalFiles(Letter letters, PersonalRecord records, Roles roles, Clock clock) {
        this.letters = letters;
        this.records = records;
        this.roles = roles;
        this.clock = clock;
    }

    private void part(String person, String part, Consumer<Document> each) {
        records.read(person, part, document -> each.accept(readable(document)));
        if (part.equals("learner")) {
            roles.of(person).ifPresent(held -> each.accept(new Document("role", held.name())));
        }
    }

    /** Leaves out the fields that mean nothing outside the database. */
    private static Document readable(Document document) {
        Document clean = new Document();
        document.forEach((key, value) -> {
            if (key.equals("outbox") && value instanceof Document outbox) {
                clean.append(key, outbox.get("messages"));
            } else if (!List.of("kind_", "_class", "version").contains(key)) {
                clean.append(key, value);
            }
        });
        return clean;
    }

    /** @param step runs for each document written */
    void json(String person, Path file, Runnable step) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\n\"person\": \"" + person + "\",\n\"writtenAt\": \"" + clock.instant() + "\"");
            for (String part : records.parts()) {
                out.write(",\n\"" + part + "\": [");
                boolean[] first = {true};
                part(person, part, document -> {
                    write(out, (first[0] ? "\n" : ",\n") + document.toJson(JSON));
                    first[0] = false;
                    step.run();
                });
                out.write("]");
            }
            out.write("\n}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void page(String person, Path file, Runnable step) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("""
                    <!doctype html>
                    <html lang="en"><head><meta charset="utf-8"><title>What FieldCert knows about you</title>
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <style>
                    :root { color-scheme: light dark; }
                    body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
                    h2 { margin-top: 2.5rem; }
                    article { border: 1px solid #8886; border-radius: .5rem; padding: .5rem 1rem; margin: .75rem 0; }
                    dl { display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr; gap: .15rem 1rem; margin: .25rem 0; }
                    dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
                    dd > dl { border-left: 2px solid #8886; padding-left: .75rem; }
                    </style></head><body>
                    <h1>What FieldCert knows about you</h1>
                    """);
            out.write(letters.to(person));
            out.write("<h1>Every detail</h1>\n");
            ZoneId zone = letters.zone(person);
            for (String part : records.parts()) {
                out.write("<h2>" + escaped(TITLES.getOrDefault(part, label(part))) + "</h2>\n");
                boolean[] any = {false};
                part(person, part, document -> {
                    write(out, "<article>" + list(document, zone) + "</article>\n");
                    any[0] = true;
                    step.run();
                });
                if (!any[0]) {
                    out.write("<p>Nothing.</p>\n");
                }
            }
            out.write("</body></html>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list(Map<?, ?> fields, ZoneId zone) {
        StringBuilder html = new StringBuilder("<dl>");
        fields.forEach((key, value) -> {
            if (!TECHNICAL.contains(String.valueOf(key))) {
                html.append("<dt>")
                        .append(escaped(label(String.valueOf(key))))
                        .append("</dt><dd>")
                        .append(value(value, zone))
                        .append("</dd>");
            }
        });
        return html.append("</dl>").toString();
    }

    private static String value(Object value, ZoneId zone) {
        if (value instanceof Map<?, ?> nested) {
            return nested.isEmpty() ? "–" : list(nested, zone);
        }
        if (value instanceof List<?> many) {
            return many.isEmpty()
                    ? "–"
                    : String.join(
                            "<br>", many.stream().map(each -> value(each, zone)).toList());
        }
        if (value instanceof Date moment) {
            return Letter.moment(moment.toInstant(), zone);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value == null) {
            return "–";
        }
        if (value instanceof Binary file) {
            return "a file of %,d bytes".formatted(file.length());
        }
        return escaped(String.valueOf(value));
    }

    /** {@code lastActiveAt} becomes "last active at". */
    private static String label(String key) {
        return key.equals("_id")
                ? "id"
                : key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
