package dev.fieldcert.export;

import static dev.fieldcert.export.Column.day;
import static dev.fieldcert.export.Column.list;
import static dev.fieldcert.export.Column.moment;
import static dev.fieldcert.export.Column.number;
import static dev.fieldcert.export.Column.text;
import static dev.fieldcert.export.Column.yesNo;

import dev.fieldcert.badge.records.AwardRecord;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.LearnerEvent.AttemptTaken;
import dev.fieldcert.learner.LearnerEvent.Audited;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.record.Records;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables that can be exported. {@code docs/exports.md} describes their columns. */
public final class Tables {

    /** @param who the learner's profile, as last read from Slack */
    private record Row<E>(String learner, Profile who, E is, Instant now) {}

    private static final Table<Row<AnswerGiven>> ANSWERS = table(
            "answers",
            source -> Records.since(source.mongo(), AnswerGiven.class, source.from()),
            AnswerGiven::learner,
            List.of(
                    of(text("answer_id", AnswerGiven::id)),
                    of(text("course", AnswerGiven::course)),
                    of(text("objective", AnswerGiven::objective)),
                    of(text("question", AnswerGiven::question)),
                    of(text("program_version", AnswerGiven::version)),
                    of(text("occasion", answer -> answer.kind().code())),
                    of(text(
                            "answer_shape",
                            answer -> answer.answer().stream().findFirst().orElse(null))),
                    of(list("answer", answer -> answer.answer().stream().skip(1).toList())),
                    of(number("score", AnswerGiven::score)),
                    of(yesNo("right", answer -> answer.score() >= 1)),
                    of(text(
                            "confidence",
                            answer -> answer.confidence() == null
                                    ? null
                                    : answer.confidence().code())),
                    of(moment("asked_at", AnswerGiven::askedAt)),
                    of(moment("answered_at", AnswerGiven::at))));

    private static final Table<Row<AttemptTaken>> ATTEMPTS = table(
            "attempts",
            source -> Records.since(source.mongo(), AttemptTaken.class, source.from()),
            AttemptTaken::learner,
            List.of(
                    of(text("attempt_id", AttemptTaken::id)),
                    of(text("occasion", taken -> taken.result().kind().code())),
                    of(text("course", taken -> taken.result().course())),
                    of(text("objective", taken -> taken.result().objective())),
                    of(text("program_version", taken -> taken.result().version())),
                    of(yesNo("passed", taken -> taken.result().passed())),
                    of(number("score", taken -> taken.result().score())),
                    of(number("questions", taken -> taken.result().items().size())),
                    of(number(
                            "right",
                            taken -> taken.result().items().stream()
                                    .filter(Attempt.Item::isRight)
                                    .count())),
                    of(list(
                            "objectives_shown",
                            taken -> taken.result().objectives().stream()
                                    .filter(AttemptResult.ObjectiveScore::passed)
                                    .map(AttemptResult.ObjectiveScore::objective)
                                    .toList())),
                    of(list("objectives_to_repeat", taken -> taken.result().toRepeat())),
                    of(number("attempts_left", taken -> taken.result().attemptsLeft())),
                    of(moment("opens_again_at", taken -> taken.result().opensAt())),
                    of(moment("started_at", AttemptTaken::startedAt)),
                    of(moment("finished_at", AttemptTaken::at))));

    private static final Table<Row<Learner>> LEARNERS = table(
            "learners",
            source -> Learners.all(source.mongo())
                    .filter(learner -> lastAction(learner).orElse(Instant.EPOCH).compareTo(source.from()) >= 0),
            Learner::id,
            List.of(
                    of(text("manager", learner -> learner.profile().managerId())),
                    of(text("cohort", learner -> learner.profile().cohort())),
                    of(text("time_zone", learner -> learner.profile().zone())),
                    of(text("locale", learner -> learner.profile().locale())),
                    of(yesNo("guest", learner -> learner.profile().guest())),
                    of(yesNo("account_gone", learner -> learner.profile().deactivated())),
                    of(list(
                            "paths",
                            learner -> learner.paths().stream()
                                    .map(PathProgress::path)
                                    .toList())),
                    of(list(
                            "paths_certified",
                            learner -> learner.paths().stream()
                                    .filter(path -> path.certificate().isPresent())
                                    .map(PathProgress::path)
                                    .toList())),
                    of(list(
                            "courses_open",
                            learner -> learner.courses().stream()
                                    .map(CourseProgress::course)
                                    .toList())),
                    of(list(
                            "courses_finished",
                            learner -> learner.completions().stream()
                                    .map(Completion::course)
                                    .distinct()
                                    .toList())),
                    of(day(
                            "next_due",
                            learner -> Stream.concat(
                                            learner.courses().stream().flatMap(course -> course.due().stream()),
                                            learner.paths().stream()
                                                    .flatMap(path -> Optional.ofNullable(path.due()).stream()))
                                    .min(java.util.Comparator.naturalOrder())
                                    .orElse(null))),
                    of(day("paused_until", learner -> learner.preferences().pausedUntil())),
                    of(moment("last_active_at", learner -> lastAction(learner).orElse(null)))));

    private static final Table<Row<AwardRecord>> BADGES = table(
            "badges",
            source -> Awards.since(source.mongo(), source.from()),
            AwardRecord::learner,
            List.of(
                    of(text("award_id", AwardRecord::id)),
                    of(text("badge", AwardRecord::badge)),
                    of(text("badge_name", AwardRecord::name)),
                    of(text("kind", AwardRecord::kind)),
                    of(number("level", AwardRecord::level)),
                    of(text("course", AwardRecord::course)),
                    of(number("score", AwardRecord::score)),
                    of(text("program_version", AwardRecord::version)),
                    new Column<>("standing", Column.Type.TEXT, row -> standing(row.is(), row.now())),
                    of(text("renewed_by", AwardRecord::supersededBy)),
                    of(moment("revoked_at", AwardRecord::revokedAt)),
                    of(text("revoked_by", AwardRecord::revokedBy)),
                    of(text("revoked_because", AwardRecord::revokedReason)),
                    of(moment("valid_until", AwardRecord::validUntil)),
                    of(moment("started_at", AwardRecord::startedAt)),
                    of(moment("earned_at", AwardRecord::earnedAt))));

    private static final Table<Row<Audited>> AUDIT = table(
            "audit",
            source -> Records.since(source.mongo(), Audited.class, source.from()),
            Audited::learner,
            List.of(
                    of(text("entry_id", Audited::id)),
                    of(text("by", Audited::by)),
                    of(text("action", entry -> entry.what().code().code())),
                    of(text("subject", entry -> entry.what().subject())),
                    of(text("detail", entry -> entry.what().detail())),
                    of(day("day", entry -> entry.what().day())),
                    of(number("number", entry -> entry.what().number())),
                    of(text("why", Audited::why)),
                    of(moment("at", Audited::at))));

    /** All tables, in the order in which they are offered. */
    public static final List<Table<?>> ALL = List.of(ANSWERS, ATTEMPTS, LEARNERS, BADGES, AUDIT);

    private Tables() {}

    public static Optional<Table<?>> named(String name) {
        return ALL.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }

    private static <E> Column<Row<E>> of(Column<E> column) {
        return new Column<>(column.name(), column.type(), row -> column.value().apply(row.is()));
    }

    /** Every table begins with the columns that identify the learner. */
    private static <E> Table<Row<E>> table(
            String name, Function<Source, Stream<E>> read, Function<E, String> learner, List<Column<Row<E>>> columns) {
        Stream<Column<Row<E>>> whose = Stream.of(
                text("learner", Row::learner),
                text("name", row -> row.who().name()),
                text("email", row -> row.who().email()));
        return new Table<>(
                name,
                Stream.concat(whose, columns.stream()).toList(),
                source -> read.apply(source).map(each -> {
                    String id = learner.apply(each);
                    return new Row<>(id, source.who(id), each, source.now());
                }));
    }

    private static Optional<Instant> lastAction(Learner learner) {
        return Optional.ofNullable(learner.contact().lastAction());
    }

    private static String standing(AwardRecord award, Instant now) {
        if (award.revokedAt() != null) {
            return "revoked";
        }
        if (award.supersededBy() != null) {
            return "renewed";
        }
        return award.validUntil() == null || now.isBefore(award.validUntil()) ? "valid" : "expired";
    }
}
