package dev.fieldcert.webhook;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.BadgeGiven;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The message to a receiver about an event, in the format of Standard Webhooks: {@code type}, {@code timestamp} and
 * {@code data}. Has no side effects.
 *
 * @param type {@code badge.earned}, {@code badge.revoked}, {@code course.passed}, {@code learner.enrolled} or {@code
 *     test}
 */
record Payload(String type, String body) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static final String TEST = "test";

    static boolean isTold(LearnerEvent event) {
        return event instanceof BadgeGiven
                || event instanceof Milestone milestone && milestone.what() != Milestone.What.LESSON_DONE;
    }

    static Payload test(Instant now) {
        return of(TEST, now, JSON.createObjectBuilder());
    }

    /**
     * Creates the messages about an event. A course's badge makes two: the badge was earned, and the course was
     * passed.
     *
     * @param email the learner's e-mail address; empty to leave it out
     * @param revoked the event that gave the revoked badge; empty if unknown
     */
    static List<Payload> of(LearnerEvent event, Optional<String> email, Program program, Optional<BadgeGiven> revoked) {
        JsonObjectBuilder learner = JSON.createObjectBuilder().add("id", event.learner());
        email.ifPresent(address -> learner.add("email", address));
        if (event instanceof BadgeGiven given) {
            return earned(given, learner, program);
        }
        if (event instanceof Milestone milestone && milestone.what() == Milestone.What.ENROLLED) {
            return List.of(of(
                    "learner.enrolled",
                    event.at(),
                    data(learner)
                            .add("target", target(milestone.subject(), program))
                            .add("self", milestone.by().equals(milestone.learner()))));
        }
        if (event instanceof Milestone milestone && milestone.what() == Milestone.What.BADGE_REVOKED) {
            JsonObjectBuilder badge = JSON.createObjectBuilder().add("name", milestone.detail());
            revoked.ifPresent(given -> badge.add("id", given.badge()));
            return List.of(of(
                    "badge.revoked",
                    event.at(),
                    data(learner).add("badge", badge).add("award", milestone.subject())));
        }
        return List.of();
    }

    private static List<Payload> earned(BadgeGiven given, JsonObjectBuilder learner, Program program) {
        var who = learner.build();
        JsonObjectBuilder badge = JSON.createObjectBuilder().add("id", given.badge());
        program.badge(given.badge()).ifPresent(known -> badge.add("name", known.name()));
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("learner", who)
                .add("badge", badge)
                .add("award", given.id());
        if (given.until() != null) {
            data.add("validUntil", moment(given.until()));
        }
        List<Payload> payloads = new ArrayList<>();
        payloads.add(of("badge.earned", given.at(), data));
        if (given.course() != null) {
            payloads.add(of(
                    "course.passed",
                    given.at(),
                    JSON.createObjectBuilder()
                            .add("learner", who)
                            .add("course", target(given.course(), program))
                            .add("score", Math.round(given.score() * 10_000) / 10_000.0)
                            .add("startedAt", moment(given.startedAt()))));
        }
        return payloads;
    }

    private static JsonObjectBuilder data(JsonObjectBuilder learner) {
        return JSON.createObjectBuilder().add("learner", learner);
    }

    private static JsonObjectBuilder target(String id, Program program) {
        Optional<String> path = program.path(id).map(LearningPath::title);
        JsonObjectBuilder target =
                JSON.createObjectBuilder().add("id", id).add("kind", path.isPresent() ? "path" : "course");
        path.or(() -> program.course(id).map(Course::title)).ifPresent(title -> target.add("title", title));
        return target;
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Payload of(String type, Instant at, JsonObjectBuilder data) {
        return new Payload(
                type,
                JSON.createObjectBuilder()
                        .add("type", type)
                        .add("timestamp", moment(at))
                        .add("data", data)
                        .build()
                        .toString());
    }
}
