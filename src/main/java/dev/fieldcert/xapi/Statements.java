package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.LearnerEvent.AttemptTaken;
import dev.fieldcert.learner.LearnerEvent.Audited;
import dev.fieldcert.learner.LearnerEvent.BadgeGiven;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import dev.fieldcert.learner.LearnerEvent.Reviewed;
import dev.fieldcert.learner.LearnerEvent.Submitted;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.annotation.TypeAlias;

/**
 * Converts events to xAPI statements. Statements with a cmi5 verb follow the cmi5 rules as far as this is possible
 * without a launch. A statement's id is derived from the event's id, so the same event never creates a second
 * statement. Has no side effects.
 *
 * @param homePage home page of the actors' accounts
 * @param base the beginning of the ids of activities and extensions
 */
record Statements(String homePage, String base) {

    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final String CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
    private static final String MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
    private static final String REASON = "https://w3id.org/xapi/cmi5/result/extensions/reason";

    private record Verb(String id, String display, boolean ofCmi5) {

        static final Verb ANSWERED = new Verb(ADL + "answered", "answered", false);
        static final Verb REGISTERED = new Verb(ADL + "registered", "registered for", false);
        static final Verb COMPLETED = new Verb(ADL + "completed", "completed", true);
        static final Verb PASSED = new Verb(ADL + "passed", "passed", true);
        static final Verb FAILED = new Verb(ADL + "failed", "failed", true);
        static final Verb WAIVED = new Verb("https://w3id.org/xapi/adl/verbs/waived", "waived", true);
        static final Verb SATISFIED = new Verb("https://w3id.org/xapi/adl/verbs/satisfied", "satisfied", true);
        static final Verb SUBMITTED = new Verb("http://activitystrea.ms/schema/1.0/submit", "submitted", false);
        static final Verb EARNED = new Verb("http://id.tincanapi.com/verb/earned", "earned", false);
        static final Verb VOIDED = new Verb(ADL + "voided", "voided", false);

        JsonObjectBuilder json() {
            return Json.object().add("id", id).add("display", Json.words(display));
        }
    }

    /** Whether statements are made from this kind of event. */
    static boolean isTold(LearnerEvent event) {
        return event instanceof AnswerGiven
                || event instanceof AttemptTaken
                || event instanceof BadgeGiven
                || event instanceof Submitted
                || event instanceof Reviewed
                || event instanceof Milestone
                || event instanceof Audited entry && entry.what().code() == AuditedAction.Code.OBJECTIVE_EXCUSED;
    }

    /** The version of the program in the event; empty if it has none. */
    static Optional<String> version(LearnerEvent event) {
        if (event instanceof AnswerGiven answer) {
            return Optional.of(answer.version());
        }
        if (event instanceof AttemptTaken taken) {
            return Optional.of(taken.result().version());
        }
        if (event instanceof BadgeGiven given) {
            return Optional.of(given.version());
        }
        if (event instanceof Submitted work) {
            return Optional.of(work.version());
        }
        return event instanceof Milestone milestone ? Optional.ofNullable(milestone.version()) : Optional.empty();
    }

    /**
     * @param email identifies the learner instead of the account; empty to use the account
     * @param program the program in the event's version
     * @param revoked the badge that was revoked; empty if unknown
     */
    List<JsonObject> of(LearnerEvent event, Optional<String> email, Program program, Optional<String> revoked) {
        Telling telling = new Telling(event, actor(event.learner(), email), new Activities(base, program), program);
        if (event instanceof AnswerGiven answer) {
            return List.of(telling.answer(answer));
        }
        if (event instanceof AttemptTaken taken) {
            return telling.attempt(taken);
        }
        if (event instanceof BadgeGiven given) {
            return telling.badge(given);
        }
        if (event instanceof Submitted work) {
            return List.of(telling.submission(work));
        }
        if (event instanceof Reviewed review) {
            return List.of(telling.review(review));
        }
        if (event instanceof Milestone milestone) {
            return List.of(telling.milestone(milestone, revoked));
        }
        return event instanceof Audited entry && isTold(entry) ? List.of(telling.excuse(entry)) : List.of();
    }

    /** Voids a statement; the actor is the application. */
    JsonObject voiding(String statement, Instant at) {
        return Json.object()
                .add("id", id("void", statement))
                .add(
                        "actor",
                        Json.object()
                                .add("objectType", "Agent")
                                .add(
                                        "account",
                                        Json.object().add("homePage", homePage).add("name", "fieldcert")))
                .add("verb", Verb.VOIDED.json())
                .add("object", Json.object().add("objectType", "StatementRef").add("id", statement))
                .add("timestamp", moment(at))
                .build();
    }

    private JsonObjectBuilder actor(String learner, Optional<String> email) {
        JsonObjectBuilder actor = Json.object().add("objectType", "Agent");
        return email.isPresent()
                ? actor.add("mbox", "mailto:" + email.get())
                : actor.add("account", Json.object().add("homePage", homePage).add("name", learner));
    }

    private String id(String... parts) {
        return UUID.nameUUIDFromBytes((homePage + "|" + String.join("|", parts)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static double rounded(double score) {
        return Math.round(Math.max(-1, Math.min(1, score)) * 10_000) / 10_000.0;
    }

    private static JsonObjectBuilder scaled(double score) {
        return Json.object().add("scaled", rounded(score));
    }

    /** Creates the statements about one event. */
    private final class Telling {

        private final LearnerEvent event;
        private final JsonObject actor;
        private final Activities activities;
        private final Program program;

        Telling(LearnerEvent event, JsonObjectBuilder actor, Activities activities, Program program) {
            this.event = event;
            this.actor = actor.build();
            this.activities = activities;
            this.program = program;
        }

        /** @param about distinguishes the statements about the same event */
        private JsonObject statement(
                String about,
                Verb verb,
                JsonObjectBuilder object,
                Optional<JsonObjectBuilder> result,
                JsonObjectBuilder context) {
            String kind = event.getClass().getAnnotation(TypeAlias.class).value();
            JsonObjectBuilder statement = Json.object()
                    .add("id", id(kind, event.id(), verb.id(), about))
                    .add("actor", actor)
                    .add("verb", verb.json())
                    .add("object", object);
            result.ifPresent(each -> statement.add("result", each));
            return statement
                    .add("context", context)
                    .add("timestamp", moment(event.at()))
                    .build();
        }

        /**
         * @param course the course whose registration the statement belongs to; null if none
         * @param parent null if none
         */
        private JsonObjectBuilder context(
                String course, JsonObjectBuilder parent, Verb verb, Optional<JsonObjectBuilder> extensions) {
            JsonObjectBuilder related = Json.object();
            if (parent != null) {
                related.add("parent", Json.array().add(parent));
            }
            if (course != null) {
                related.add("grouping", Json.array().add(activities.course(course)));
            }
            if (verb.ofCmi5()) {
                JsonArrayBuilder categories = Json.array().add(category(CMI5)).add(category(MOVE_ON));
                related.add("category", categories);
            }
            JsonObjectBuilder context = Json.object();
            if (course != null) {
                context.add("registration", id("registration", event.learner(), course));
            }
            context.add("contextActivities", related).add("platform", "Slack").add("language", Json.LANGUAGE);
            version(event).ifPresent(version -> context.add("revision", version));
            extensions.ifPresent(each -> context.add("extensions", each));
            return context;
        }

        private JsonObjectBuilder category(String id) {
            return Json.object().add("objectType", "Activity").add("id", id);
        }

        private String extension(String name) {
            return base + "extensions/" + name;
        }

        JsonObject answer(AnswerGiven answer) {
            JsonObjectBuilder result =
                    Json.object().add("success", answer.score() >= 1).add("score", scaled(answer.score()));
            response(answer).ifPresent(text -> result.add("response", text));
            if (answer.askedAt() != null) {
                result.add("duration", duration(answer.askedAt(), answer.at()));
            }
            JsonObjectBuilder extensions =
                    Json.object().add(extension("occasion"), answer.kind().code());
            if (answer.confidence() != null) {
                extensions.add(extension("confidence"), answer.confidence().code());
            }
            boolean isCheck = answer.kind() == Attempt.Kind.CHECK;
            JsonObjectBuilder parent = isCheck
                    ? activities.check(answer.course())
                    : activities.objective(answer.course(), answer.objective());
            return statement(
                    "",
                    Verb.ANSWERED,
                    activities.question(answer.course(), answer.question()),
                    Optional.of(result),
                    context(answer.course(), parent, Verb.ANSWERED, Optional.of(extensions)));
        }

        private Optional<String> response(AnswerGiven answer) {
            if (answer.answer().isEmpty()) {
                return Optional.empty();
            }
            Answer given = Answer.of(answer.answer());
            return program.question(answer.course(), answer.question())
                    .map(question -> Interaction.response(question, given))
                    .orElseGet(() -> Optional.of(String.join(" ", given.stored())));
        }

        List<JsonObject> attempt(AttemptTaken taken) {
            AttemptResult result = taken.result();
            boolean testOut = result.kind() == Attempt.Kind.TEST_OUT;
            Verb verb = result.passed() ? Verb.PASSED : Verb.FAILED;
            List<JsonObject> statements = new ArrayList<>();
            statements.add(statement(
                    "",
                    verb,
                    testOut
                            ? activities.testOut(result.course(), result.objective())
                            : activities.check(result.course()),
                    Optional.of(Json.object()
                            .add("success", result.passed())
                            .add("score", scaled(result.score()))
                            .add("duration", duration(taken.startedAt(), taken.at()))),
                    context(result.course(), activities.course(result.course()), verb, Optional.empty())));
            if (testOut) {
                result.objectives().stream()
                        .filter(AttemptResult.ObjectiveScore::passed)
                        .forEach(shown -> statements.add(waived(result.course(), shown.objective(), "Tested Out")));
            }
            return statements;
        }

        private String duration(Instant from, Instant to) {
            Duration took = Duration.between(from, to);
            return (took.isNegative() ? Duration.ZERO : took.truncatedTo(ChronoUnit.SECONDS)).toString();
        }

        private JsonObject waived(String course, String objective, String reason) {
            return statement(
                    objective,
                    Verb.WAIVED,
                    activities.objective(course, objective),
                    Optional.of(Json.object()
                            .add("success", true)
                            .add("completion", true)
                            .add("extensions", Json.object().add(REASON, reason))),
                    context(course, activities.course(course), Verb.WAIVED, Optional.empty()));
        }

        JsonObject excuse(Audited entry) {
            return waived(entry.what().subject(), entry.what().detail(), "Administrative");
        }

        /**
         * Returns "satisfied" for the completed course, or for the path whose certificate this is, and "earned" for
         * the badge.
         */
        List<JsonObject> badge(BadgeGiven given) {
            JsonObjectBuilder satisfied = given.course() == null
                    ? program.paths().stream()
                            .filter(path -> path.certificate()
                                    .filter(badge -> badge.id().equals(given.badge()))
                                    .isPresent())
                            .findFirst()
                            .map(path -> activities.pathOrCourse(path.id()))
                            .orElseGet(() -> activities.badge(given.badge()))
                    : activities.course(given.course());
            JsonObjectBuilder earned = Json.object().add("success", true);
            if (given.course() != null) {
                earned.add("score", scaled(given.score()));
            }
            return List.of(
                    statement(
                            "",
                            Verb.SATISFIED,
                            satisfied,
                            Optional.empty(),
                            context(given.course(), null, Verb.SATISFIED, Optional.empty())),
                    statement(
                            "",
                            Verb.EARNED,
                            activities.badge(given.badge()),
                            Optional.of(earned),
                            context(
                                    given.course(),
                                    null,
                                    Verb.EARNED,
                                    Optional.of(Json.object().add(extension("award"), given.id())))));
        }

        JsonObject submission(Submitted work) {
            return statement(
                    "",
                    Verb.SUBMITTED,
                    activities.assignment(work.course(), work.objective()),
                    Optional.empty(),
                    context(
                            work.course(),
                            activities.objective(work.course(), work.objective()),
                            Verb.SUBMITTED,
                            Optional.of(Json.object().add(extension("number"), work.number()))));
        }

        JsonObject review(Reviewed review) {
            Verb verb = review.approved() ? Verb.PASSED : Verb.FAILED;
            int most = program.course(review.course())
                    .flatMap(course -> course.objective(review.objective()))
                    .flatMap(objective -> objective.assignment())
                    .map(Assignment::maxPoints)
                    .orElse(review.marks().size() * 4);
            JsonObjectBuilder score = Json.object().add("raw", review.points()).add("min", 0);
            if (most >= review.points() && most > 0) {
                score.add("max", most).add("scaled", rounded((double) review.points() / most));
            }
            return statement(
                    "",
                    verb,
                    activities.assignment(review.course(), review.objective()),
                    Optional.of(Json.object().add("success", review.approved()).add("score", score)),
                    context(
                            review.course(),
                            activities.objective(review.course(), review.objective()),
                            verb,
                            Optional.empty()));
        }

        JsonObject milestone(Milestone milestone, Optional<String> revoked) {
            return switch (milestone.what()) {
                case ENROLLED -> enrolled(milestone);
                case LESSON_DONE ->
                    statement(
                            "",
                            Verb.COMPLETED,
                            activities.lesson(milestone.subject(), milestone.detail()),
                            Optional.of(Json.object().add("completion", true)),
                            context(
                                    milestone.subject(),
                                    activities.objective(milestone.subject(), milestone.detail()),
                                    Verb.COMPLETED,
                                    Optional.empty()));
                case BADGE_REVOKED -> revoked(milestone, revoked);
            };
        }

        private JsonObject enrolled(Milestone milestone) {
            boolean isPath = program.path(milestone.subject()).isPresent();
            return statement(
                    "",
                    Verb.REGISTERED,
                    activities.pathOrCourse(milestone.subject()),
                    Optional.empty(),
                    context(isPath ? null : milestone.subject(), null, Verb.REGISTERED, Optional.empty()));
        }

        private JsonObject revoked(Milestone milestone, Optional<String> badge) {
            Verb verb = new Verb(base + "verbs/had-revoked", "had revoked", false);
            return statement(
                    "",
                    verb,
                    activities.badge(badge.orElse(milestone.subject())),
                    Optional.of(Json.object().add("success", false)),
                    context(null, null, verb, Optional.of(Json.object().add(extension("award"), milestone.subject()))));
        }
    }
}
