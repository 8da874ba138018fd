package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.EndingBadge;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.Recipient;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.credential.StatusList;
import dev.fieldcert.badge.verification.Revocations;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.stored.Pages;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores awarded badges; each is signed once, when it is earned. */
@Repository
public class Awards implements Revocations {

    static final Duration FIRST_OFFER = Duration.ofDays(60);
    private static final Duration SECOND_OFFER = Duration.ofDays(14);
    private static final int TRIES = 20;

    private final MongoOperations mongo;
    private final Programs programs;
    private final Issuer issuer;
    private final SigningKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Awards(MongoOperations mongo, Programs programs, Issuer issuer, SigningKeys keys, Clock clock) {
        this.mongo = mongo;
        this.programs = programs;
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
        var indexes = mongo.indexOps(StoredAward.class);
        indexes.createIndex(
                new Index("statusIndex", Sort.Direction.ASC).named("status").unique());
        indexes.createIndex(new Index("learner", Sort.Direction.ASC).named("learner"));
        indexes.createIndex(
                new Index("validUntil", Sort.Direction.ASC).named("valid-until").sparse());
        indexes.createIndex(
                new Index("renewalAt", Sort.Direction.ASC).named("renewal").sparse());
        indexes.createIndex(
                new Index("revokedAt", Sort.Direction.ASC).named("revoked").sparse());
        mongo.indexOps(Congratulation.class)
                .createIndex(new Index("award", Sort.Direction.ASC).named("congratulations-for"));
    }

    /** The pseudonymous id of a person in all of their credentials. */
    @Document("recipients")
    @TypeAlias("recipient")
    record Named(@Id String learner, String uuid) {}

    /** One person's congratulation on an award. */
    @Document("congratulations")
    @TypeAlias("congratulation")
    record Congratulation(@Id String id, String award, String by, Instant at) {}

    /** Signs and stores the badges among the events; leaves badges that are already stored unchanged. */
    public void record(Learner learner, List<LearnerEvent> events) {
        for (LearnerEvent event : events) {
            if (event instanceof LearnerEvent.BadgeGiven given
                    && mongo.findById(given.id(), StoredAward.class) == null) {
                give(learner, given);
            }
        }
    }

    private void give(Learner learner, LearnerEvent.BadgeGiven given) {
        Program program = programs.version(given.version())
                .filter(version -> version.badge(given.badge()).isPresent())
                .orElseGet(programs::current);
        BadgeDefinition badge = program.badge(given.badge())
                .orElseThrow(() -> new IllegalStateException("Badge " + given.badge() + " is in no program"));
        Optional<StoredAward> before = newest(learner.id(), given.badge());
        for (int attempt = 1; ; attempt++) {
            Award award = award(learner, given, program, badge, before.map(earlier -> earlier.id));
            IssuedBadge issued = IssuedBadge.issue(award, badge, program, issuer, keys);
            try {
                mongo.insert(StoredAward.of(learner.id(), given.course(), award, badge, program.title(), issued));
                break;
            } catch (DuplicateKeyException taken) {
                if (mongo.findById(given.id(), StoredAward.class) != null) {
                    return;
                }
                if (attempt == TRIES) {
                    throw taken;
                }
            }
        }
        before.ifPresent(earlier -> mongo.updateFirst(
                Query.query(Criteria.where("_id").is(earlier.id)),
                Update.update("supersededBy", given.id()).unset("renewalAt"),
                StoredAward.class));
    }

    private Award award(
            Learner learner,
            LearnerEvent.BadgeGiven given,
            Program program,
            BadgeDefinition badge,
            Optional<String> supersedes) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String email = learner.profile().email() == null
                ? learner.id()
                : learner.profile().email();
        Optional<String> name = learner.preferences().publicName()
                ? Optional.of(learner.profile().certificateName())
                : Optional.empty();
        Optional<Instant> until = Stream.concat(badge.validUntil(given.at()).stream(), Stream.ofNullable(given.until()))
                .min(Comparator.naturalOrder());
        return new Award(
                given.id(),
                badge.id(),
                Recipient.of(recipient(learner.id()), email, HexFormat.of().formatHex(salt), name),
                given.startedAt(),
                given.at(),
                given.course() == null ? OptionalDouble.empty() : OptionalDouble.of(given.score()),
                given.version(),
                evidence(learner, given, program),
                until,
                random.nextInt(8 * StatusList.ENTRIES),
                supersedes);
    }

    private UUID recipient(String learner) {
        try {
            mongo.insert(new Named(learner, UUID.randomUUID().toString()));
        } catch (DuplicateKeyException known) {
            // The person already has an id, possibly from a badge that is being awarded at the same moment.
        }
        return UUID.fromString(mongo.findById(learner, Named.class).uuid());
    }

    private List<Evidence> evidence(Learner learner, LearnerEvent.BadgeGiven given, Program program) {
        List<Evidence> evidence = new ArrayList<>();
        if (given.course() == null) {
            for (String course : coursesOf(given.badge(), program)) {
                learner.completion(course)
                        .ifPresent(completion -> evidence.add(new Evidence.BadgeEarned(
                                title(course, program), day(completion.completedAt(), learner))));
            }
            return evidence;
        }
        evidence.add(new Evidence.ObjectivesShown(
                title(given.course(), program),
                day(given.at(), learner),
                given.score(),
                program.course(given.course())
                        .map(course -> course.check().rule())
                        .orElse(MasteryRule.DEFAULT),
                given.objectives().stream()
                        .map(shown -> new Evidence.ShownObjective(
                                objective(given.course(), shown.objective(), program),
                                shown.testedOut(),
                                shown.excused(),
                                shown.right(),
                                shown.asked(),
                                shown.keptUp()))
                        .toList()));
        mongo.find(
                        Query.query(Criteria.where("learner")
                                .is(learner.id())
                                .and("course")
                                .is(given.course())
                                .and("approved")
                                .is(true)),
                        LearnerEvent.Reviewed.class)
                .forEach(review -> evidence.add(new Evidence.AssignmentApproved(
                        assignment(given.course(), review.objective(), program), day(review.at(), learner))));
        return evidence;
    }

    /** The date in the holder's time zone. */
    private static LocalDate day(Instant moment, Learner learner) {
        return LocalDate.ofInstant(moment, learner.zone());
    }

    private static List<String> coursesOf(String certificate, Program program) {
        return program.paths().stream()
                .filter(path -> path.certificate()
                        .filter(badge -> badge.id().equals(certificate))
                        .isPresent())
                .findFirst()
                .map(LearningPath::courses)
                .orElse(List.of());
    }

    private static String objective(String course, String objective, Program program) {
        return program.course(course)
                .flatMap(known -> known.objective(objective))
                .map(Objective::title)
                .orElse(objective);
    }

    private static String title(String course, Program program) {
        return program.course(course).map(Course::title).orElse(course);
    }

    private static String assignment(String course, String objective, Program program) {
        return program.course(course)
                .flatMap(known -> known.objective(objective))
                .flatMap(known -> known.assignment())
                .map(assignment -> assignment.title())
                .orElse(objective);
    }

    /**
     * All awards earned at or after this time, without their signed forms, read page by page in the order of their
     * ids.
     */
    public static Stream<AwardRecord> since(MongoOperations mongo, Instant from) {
        return Pages.of(
                        mongo,
                        StoredAward.class,
                        query -> {
                            query.addCriteria(Criteria.where("earnedAt").gte(from));
                            query.fields().exclude("json", "token", "png", "svg");
                        },
                        stored -> stored.id)
                .map(StoredAward::facts);
    }

    private Optional<StoredAward> newest(String learner, String badge) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where("learner")
                                .is(learner)
                                .and("definition.id")
                                .is(badge)
                                .and("supersededBy")
                                .exists(false))
                        .with(Sort.by(Sort.Direction.DESC, "earnedAt")),
                StoredAward.class));
    }

    public Optional<GivenBadge> find(String awardId) {
        return Optional.ofNullable(mongo.findById(awardId, StoredAward.class)).map(this::given);
    }

    /** A person's badges, newest first. */
    public List<GivenBadge> of(String learner) {
        return mongo
                .find(
                        Query.query(Criteria.where("learner").is(learner))
                                .with(Sort.by(Sort.Direction.DESC, "earnedAt")),
                        StoredAward.class)
                .stream()
                .map(this::given)
                .toList();
    }

    private GivenBadge given(StoredAward stored) {
        return new GivenBadge(
                stored.learner,
                stored.course,
                stored.award(),
                stored.definition.badge(),
                stored.program,
                stored.issued(),
                stored.standing(clock.instant()));
    }

    /**
     * Claims one badge whose renewal is due to be offered. A badge can be claimed at most twice, once for each offer.
     */
    public Optional<GivenBadge> claimRenewal(Instant now) {
        StoredAward due = mongo.findOne(
                Query.query(Criteria.where("renewalAt").lte(now)).with(Sort.by("renewalAt")), StoredAward.class);
        if (due == null) {
            return Optional.empty();
        }
        Instant second = due.validUntil.minus(SECOND_OFFER);
        Update next = new Update();
        if (now.isBefore(second)) {
            next.set("renewalAt", second);
        } else {
            next.unset("renewalAt");
        }
        boolean mine = mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(due.id)
                                        .and("renewalAt")
                                        .is(due.renewalAt)),
                                next,
                                StoredAward.class)
                        .getModifiedCount()
                > 0;
        return mine ? Optional.of(given(due)) : claimRenewal(now);
    }

    /**
     * The badges of these people that expire before this time or already have, and were neither renewed nor revoked,
     * earliest first.
     */
    public List<EndingBadge> ending(Collection<String> learners, Instant before) {
        Query ending = Query.query(Criteria.where("learner")
                        .in(learners)
                        .and("validUntil")
                        .lt(before)
                        .and("supersededBy")
                        .is(null)
                        .and("revokedAt")
                        .is(null))
                .with(Sort.by("validUntil", "_id"));
        ending.fields().include("learner", "definition", "validUntil");
        return mongo.find(ending, StoredAward.class).stream()
                .map(stored -> new EndingBadge(stored.learner, stored.definition.name(), stored.validUntil))
                .toList();
    }

    /** @return false if the award does not exist or is already revoked */
    public boolean revoke(String awardId, String by, String reason) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(awardId)
                                        .and("revokedAt")
                                        .is(null)),
                                Update.update("revokedAt", clock.instant())
                                        .set("revokedReason", reason)
                                        .set("revokedBy", by)
                                        .unset("renewalAt"),
                                StoredAward.class)
                        .getModifiedCount()
                > 0;
    }

    @Override
    public Optional<Standing.Revoked> of(int statusIndex) {
        return Optional.ofNullable(
                        mongo.findOne(Query.query(Criteria.where("statusIndex").is(statusIndex)), StoredAward.class))
                .flatMap(StoredAward::revoked);
    }

    /** The status indexes of all revoked awards. */
    public Set<Integer> revokedIndexes() {
        Query revoked = Query.query(Criteria.where("revokedAt").gt(Instant.EPOCH));
        revoked.fields().include("statusIndex");
        return mongo.find(revoked, StoredAward.class).stream()
                .map(stored -> stored.statusIndex)
                .collect(Collectors.toSet());
    }

    /**
     * Stores a congratulation, at most one per person and award.
     *
     * @return everybody who has congratulated so far, oldest first
     */
    public List<String> congratulate(String awardId, String by) {
        try {
            mongo.insert(new Congratulation(awardId + ":" + by, awardId, by, clock.instant()));
        } catch (DuplicateKeyException again) {
            // The person has already congratulated.
        }
        return congratulations(awardId);
    }

    public List<String> congratulations(String awardId) {
        return mongo
                .find(Query.query(Criteria.where("award").is(awardId)).with(Sort.by("at")), Congratulation.class)
                .stream()
                .map(Congratulation::by)
                .toList();
    }

    /**
     * Removes a person's name, e-mail hash and Slack id from their awards, and the signed forms, which may contain the
     * name.
     */
    public void forget(String learner, String token) {
        mongo.updateMulti(
                Query.query(Criteria.where("learner").is(learner)),
                Update.update("learner", token)
                        .unset("name")
                        .unset("emailHash")
                        .unset("salt")
                        .unset("json")
                        .unset("token")
                        .unset("png")
                        .unset("svg"),
                StoredAward.class);
        mongo.remove(Query.query(Criteria.where("_id").is(learner)), Named.class);
        mongo.remove(Query.query(Criteria.where("by").is(learner)), Congratulation.class);
    }
}
