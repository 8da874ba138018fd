package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.memory.Recall;
import dev.fieldcert.learner.memory.Retention;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueMention;
import dev.fieldcert.outbox.HasOutbox;
import dev.fieldcert.outbox.Lease;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Outbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.outbox.RoundResult;
import dev.fieldcert.stored.KeepsUnknownFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person and all that FieldCert knows of their learning: one document, saved in one piece. Changed only by its own
 * methods, which the use cases call through {@link LearnerRepository}.
 */
@Document("learners")
@TypeAlias("learner")
public class Learner implements HasOutbox, KeepsUnknownFields {

    @Id
    private String id;

    @Version
    Long version;

    private Profile profile = Profile.UNKNOWN;
    private Preferences preferences = Preferences.DEFAULT;
    private Map<String, CourseProgress> courses = new LinkedHashMap<>();
    private List<PathProgress> paths = new ArrayList<>();
    private List<Completion> completions = new ArrayList<>();
    /** Ids of the awards that were taken back. */
    private List<String> revoked = new ArrayList<>();

    private Retention retention = Retention.NONE;
    /** The question about what was earned that is before the learner; null when there is none. */
    private Attempt retrieval;
    /** Numbers this learner's attempts, so a button can name one. */
    private int attempts;

    /** Part of the address under which calendar programs read what is due; null while there is none. */
    private String calendarSecret;

    /** Since when the Slack account is known to be gone; null while it exists. */
    private Instant deactivatedAt;

    private ContactState contact = ContactState.NONE;
    /** The contact state before the last contact, restored when that contact could not be sent in time. */
    private ContactState contactBefore;

    private static final Duration RECORD_AGAIN_AFTER = Duration.ofMinutes(15);
    private static final Duration AT_IT = Duration.ofMinutes(1);

    /** When the drip looks at this learner next; null for never. */
    private Instant nextContactAt;

    /** The learner's local dates of the latest praise and nudge; null for none. */
    private LocalDate praisedOn;

    private LocalDate nudgedOn;

    /** The latest requests that changed something, so that none is applied twice. */
    private List<ProcessedRequest> processedRequests = new ArrayList<>();

    /** The latest screen that shows the learner's current state; null before the first. */
    Shown shown;

    /**
     * @param at when it was sent; while it is waiting, when it was enqueued
     * @param message id of the outbox message; null when it is not known
     */
    record Shown(MessageContent screen, Instant at, String message) {

        /**
         * Whether the person who asks for this screen is already looking at it; its position and card do not matter.
         */
        boolean answers(Notification asked) {
            if (screen instanceof Notification.Card now && asked instanceof Notification.Card wanted) {
                return now.course().equals(wanted.course()) && now.objective().equals(wanted.objective());
            }
            if (screen instanceof Notification.Asked now && asked instanceof Notification.Asked wanted) {
                return now.attempt().equals(wanted.attempt()) && now.index() == wanted.index();
            }
            return screen.equals(asked);
        }
    }

    Outbox outbox = Outbox.EMPTY;
    List<LearnerEvent> events = new ArrayList<>();
    /** When copying the events may be attempted again; null for at once. */
    Instant eventsNotBefore;

    @Transient
    private org.bson.Document asRead;

    Learner() {}

    public Learner(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public org.bson.Document asRead() {
        return asRead;
    }

    @Override
    public void asRead(org.bson.Document stored) {
        asRead = stored;
    }

    public Profile profile() {
        return profile;
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Courses in progress, by time of enrollment. */
    public List<CourseProgress> courses() {
        return List.copyOf(courses.values());
    }

    public Optional<CourseProgress> course(String id) {
        return Optional.ofNullable(courses.get(id));
    }

    public List<PathProgress> paths() {
        return List.copyOf(paths);
    }

    public List<Completion> completions() {
        return List.copyOf(completions);
    }

    /** The newest completion of a course. */
    public Optional<Completion> completion(String course) {
        return completions.stream()
                .filter(completion -> completion.course().equals(course))
                .max(Comparator.comparing(Completion::completedAt));
    }

    public ContactState contact() {
        return contact;
    }

    public Optional<Instant> nextContactAt() {
        return Optional.ofNullable(nextContactAt);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    public List<LearnerEvent> events() {
        return List.copyOf(events);
    }

    /** The newest of this id that is not copied to its collection yet. */
    public <E extends LearnerEvent> Optional<E> event(Class<E> type, String id) {
        return events.stream()
                .filter(event -> type.isInstance(event) && event.id().equals(id))
                .reduce((first, second) -> second)
                .map(type::cast);
    }

    public boolean isEnrolled() {
        return !courses.isEmpty() || !completions.isEmpty();
    }

    /** Whether the learner has anything worth keeping: a course, a path or a manager. */
    public boolean hasAnything() {
        return isEnrolled() || !paths.isEmpty() || profile.managerId() != null || profile.cohort() != null;
    }

    /** The running attempt with this id. */
    public Optional<Attempt> attempt(String attemptId) {
        return Stream.concat(
                        courses.values().stream().flatMap(course -> course.attempt().stream()),
                        Stream.ofNullable(retrieval))
                .filter(attempt -> attempt.id().equals(attemptId))
                .findFirst();
    }

    /** Whether this course is under way with this due date. */
    public boolean isDue(String course, LocalDate due) {
        return course(course).flatMap(CourseProgress::due).filter(due::equals).isPresent();
    }

    public Optional<PathProgress> path(String id) {
        return paths.stream().filter(each -> each.path().equals(id)).findFirst();
    }

    public boolean isRevoked(String award) {
        return revoked.contains(award);
    }

    /** The time zone from Slack; UTC when it is missing or invalid. */
    public ZoneId zone() {
        try {
            return profile.zone() == null ? ZoneOffset.UTC : ZoneId.of(profile.zone());
        } catch (DateTimeException noZone) {
            return ZoneOffset.UTC;
        }
    }

    /** @param due null for none */
    public void enrollInPath(String path, String by, LocalDate due, Instant at) {
        paths.add(new PathProgress(path, at, by, due, null, null));
    }

    /** @param due null for none */
    public void enrollInCourse(String course, String by, LocalDate due, Instant at) {
        courses.put(course, CourseProgress.enrolled(course, by, due, at));
    }

    /** Leaves the path only; its courses are left one by one. */
    public void leavePath(String path) {
        paths.removeIf(each -> each.path().equals(path));
    }

    /** @return whether it was in progress */
    public boolean leaveCourse(String course) {
        return courses.remove(course) != null;
    }

    /** Opens a completed course's check for renewal, or offers it again when it is already open. */
    public void offerRenewal(String course, LocalDate endsOn, Instant at) {
        courses.computeIfAbsent(course, key -> CourseProgress.renewal(key, id, endsOn, at))
                .keepUp(retention.keptUp(course));
        contact = contact.checkNotOpened(course);
    }

    /** @param due null for none */
    public void movePathDueDate(String path, LocalDate due) {
        paths.replaceAll(each -> each.path().equals(path) ? each.dueOn(due) : each);
    }

    /** Records that the learner asks for a later due date. */
    public void askForLaterDueDate(String course, LocalDate due) {
        contact = contact.mentioned(laterAsked(course, due));
    }

    public boolean hasAskedForLaterDueDate(String course, LocalDate due) {
        return contact.mentioned().contains(laterAsked(course, due));
    }

    /** Whether the learner's request for this due date is undecided. */
    public boolean awaitsLaterDueDate(String course, LocalDate due) {
        return isDue(course, due)
                && hasAskedForLaterDueDate(course, due)
                && !contact.mentioned().contains(laterAnswered(course, due));
    }

    /** Declines the request: the due date stays. */
    public void keepDueDate(String course, LocalDate due) {
        contact = contact.mentioned(laterAnswered(course, due));
    }

    /** A changed due date makes the request obsolete. */
    private static DueMention laterAsked(String course, LocalDate due) {
        return new DueMention(course, due, DueMention.What.LATER_ASKED);
    }

    private static DueMention laterAnswered(String course, LocalDate due) {
        return new DueMention(course, due, DueMention.What.LATER_ANSWERED);
    }

    /** Replaces a course's progress by its completion. */
    public void complete(CourseProgress progress, String award, Instant at) {
        courses.remove(progress.course());
        completions.add(new Completion(
                progress.course(),
                award,
                progress.enrolledAt(),
                at,
                progress.checkScore().orElseThrow(),
                progress.checkVersion().orElseThrow()));
    }

    /**
     * Records a path's certificate, and enrolls the learner in the path if they were not.
     *
     * @param until when the certificate expires; null for never
     */
    public void certify(String path, Instant startedAt, String award, Instant until) {
        PathProgress enrolled = path(path).orElseGet(() -> new PathProgress(path, startedAt, id, null, null, null));
        leavePath(path);
        paths.add(enrolled.certified(award, until));
    }

    /** In which order this course's questions were shown last, in a renewal also those of the time before. */
    public Map<String, Integer> seen(CourseProgress progress) {
        Map<String, Integer> seen = new HashMap<>();
        if (progress.renewal()) {
            retention.memories().stream()
                    .filter(memory -> memory.course().equals(progress.course()))
                    .forEach(memory -> seen.putAll(memory.timesAsked()));
        }
        seen.putAll(progress.lastShown());
        return seen;
    }

    /**
     * What a course's check has shown is remembered from now on; what was excused was not shown.
     *
     * @param renewsOn from when on its badge's renewal asks for it again; null for a badge without an end
     */
    public void remember(CourseProgress progress, Course course, LocalDate renewsOn, Instant at) {
        for (Objective objective : course.objectives()) {
            if (progress.objective(objective.id()).state() != ObjectiveProgress.State.EXCUSED) {
                Map<String, Integer> asked = Stream.concat(
                                objective.practice().stream(), objective.checkPool().stream())
                        .filter(question -> progress.lastShown().containsKey(question.id()))
                        .collect(Collectors.toMap(
                                question -> question.id(),
                                question -> progress.lastShown().get(question.id())));
                retention = retention.shown(
                        course.id(), objective.id(), renewsOn, asked, preferences.retrieval(), dayOf(at));
            }
        }
    }

    public Retention retention() {
        return retention;
    }

    /** The question about what was earned that is before the learner. */
    public Optional<Attempt> retrieval() {
        return Optional.ofNullable(retrieval);
    }

    /**
     * Courses that are not asked about: under way once more, or their badge was taken back.
     */
    public List<String> notRetrieved() {
        return completions.stream()
                .filter(completion -> courses.containsKey(completion.course()) || revoked.contains(completion.award()))
                .map(Completion::course)
                .toList();
    }

    /** One question about something earned is before the learner now, in place of the one before. */
    public void beginRetrieval(Attempt question) {
        retrieval = question;
        Attempt.Item item = question.items().get(0);
        retention = retention.asked(question.course(), item.objective(), item.question());
    }

    /** The bot has asked on its own. */
    public void contactedForRetrieval(Instant at) {
        retention = retention.contacted(dayOf(at));
    }

    /** The question before the learner is answered. */
    public void answerRetrieval(Recall recall, Instant at) {
        Attempt.Item item = retrieval.items().get(0);
        retention =
                retention.answered(retrieval.course(), item.objective(), recall, preferences.retrieval(), dayOf(at));
        retrieval = null;
    }

    /** "Not today": the question before the learner is taken back, and nothing is asked before that day. */
    public void putRetrievalOff(LocalDate day) {
        retrieval = null;
        retention = retention.notBefore(day);
    }

    /** The learner's own day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** Records a revoked award: no certificate can be based on it. */
    public void revoke(String award) {
        revoked.add(award);
    }

    /** @param manager null for none */
    public void assignManager(String manager) {
        profile = profile.managedBy(manager);
    }

    /** @param cohort null for none */
    public void join(String cohort) {
        profile = profile.inCohort(cohort);
    }

    /** Updates the profile from Slack; a returning account is planned again. */
    public void meet(Profile seen, Instant now) {
        if (!seen.deactivated()) {
            deactivatedAt = null;
        } else if (deactivatedAt == null) {
            deactivatedAt = now;
        }
        boolean back = profile.deactivated() && !seen.deactivated();
        profile = profile.seenAs(seen);
        if (back) {
            lookAgain(now);
        }
    }

    public void prefer(Preferences chosen) {
        if (chosen.retrieval() != preferences.retrieval()) {
            retention = retention.at(chosen.retrieval());
        }
        preferences = chosen;
    }

    /** Snoozes the last contact. */
    public void snooze(Instant now, Instant until) {
        contact = contact.snoozed(now, until);
        lookAgain(now);
    }

    /** Whether their manager praised them on that local date. */
    public boolean wasPraisedOn(LocalDate day) {
        return day.equals(praisedOn);
    }

    public void praise(LocalDate day) {
        praisedOn = day;
    }

    public boolean wasNudgedOn(LocalDate day) {
        return day.equals(nudgedOn);
    }

    public void nudge(LocalDate day) {
        nudgedOn = day;
    }

    public Optional<String> calendarSecret() {
        return Optional.ofNullable(calendarSecret);
    }

    /** From now on calendar programs read what is due under this secret, and under no other. */
    public void openCalendar(String secret) {
        calendarSecret = secret;
    }

    public void closeCalendar() {
        calendarSecret = null;
    }

    /** Applies the drip's plan. */
    public void follow(ContactState planned, Optional<Instant> lookAgain) {
        contactBefore = contact;
        contact = planned;
        nextContactAt = lookAgain.orElse(null);
    }

    /** @param chance keeps the ids of two learners' attempts apart, so that one's button cannot match the other's */
    public String nextAttemptId(long chance) {
        attempts++;
        return "a" + attempts + "-" + Long.toString(chance >>> Integer.SIZE, Character.MAX_RADIX);
    }

    /** Enqueues an answer to something its recipient did, or a message between two people; sent at once. */
    public void enqueue(Notification notification, Instant now) {
        OutboxMessage message = OutboxMessage.answer(notification, now);
        outbox = outbox.enqueue(message);
        if (notification instanceof Notification.Card
                || notification instanceof Notification.Asked
                || notification instanceof Notification.NextUp) {
            shown = new Shown(notification, now, message.id());
        }
    }

    /** The message that shows this question; empty when something else was shown since. */
    public Optional<QuestionMessage> messageOf(Attempt asked) {
        return Optional.ofNullable(shown)
                .filter(now -> now.message() != null
                        && now.screen() instanceof Notification.Asked screen
                        && screen.attempt().equals(asked.id())
                        && screen.index() == asked.position())
                .map(now -> new QuestionMessage(now.message(), now.at()));
    }

    /** @param id of the outbox message */
    public record QuestionMessage(String id, Instant at) {}

    /**
     * Enqueues a screen that shows the learner's current state, unless the same screen is waiting or arrived so
     * recently that the learner cannot have seen it before asking: then that one is the answer.
     */
    public void show(Notification screen, Instant now) {
        boolean toCome =
                outbox.messages().stream().anyMatch(message -> message.content().equals(screen));
        boolean cameSince = shown != null
                && shown.answers(screen)
                && RequestContext.current()
                        .filter(asked -> asked.isBlindTo(shown.at()))
                        .isPresent();
        if (!toCome && !cameSince) {
            enqueue(screen, now);
        }
    }

    /**
     * Whether Slack has not accepted an answer or the last contact yet. Messages that wait for the learner's hours do
     * not count.
     */
    public boolean isYetToHear() {
        return outbox.messages().stream()
                .filter(message -> message.content().recipient() instanceof Recipient.Learner)
                .anyMatch(message -> !message.unsolicited() || message.content() instanceof Notification.Contact);
    }

    /** When the screen with the current state was sent; empty while it is waiting, and before the first. */
    public Optional<Instant> shownAt() {
        return isYetToHear() ? Optional.empty() : Optional.ofNullable(shown).map(Shown::at);
    }

    /**
     * Applies the result of one pass over the outbox.
     *
     * @param holder of the lease, which is released
     * @param recorded ids of the events that the pass had to copy first
     */
    void delivered(RoundResult round, String holder, Set<String> recorded, Instant now) {
        eventsNotBefore = round.prepared() ? null : now.plus(RECORD_AGAIN_AFTER);
        if (round.prepared()) {
            events.removeIf(event -> recorded.contains(event.id()));
        }
        outbox.messages().stream()
                .filter(message -> shown != null && message.content().equals(shown.screen()))
                .filter(round::removes)
                .findAny()
                .ifPresent(screen -> shown =
                        round.dead().contains(screen.id()) ? null : new Shown(shown.screen(), now, screen.id()));
        outbox = outbox.after(round, holder);
        if (!round.withdrawn().isEmpty()) {
            withdrawContact(now);
        }
    }

    /** Enqueues a message that the bot or somebody else caused; sent within its recipient's hours. */
    public void enqueueUnsolicited(Notification notification, Instant now) {
        outbox = outbox.enqueue(OutboxMessage.unsolicited(notification, now));
    }

    /**
     * Records that the learner did something, which restarts their plan of contacts. They get no contact while they
     * are active, so the plan is made once they have been inactive for a while, not at every click.
     */
    public void acted(Instant now) {
        contact = contact.acted(now);
        retention = retention.heardFrom();
        if (contact.covered().hidesWorkingDay() && !contact.covered().told()) {
            contact = contact.toldOfDoNotDisturb();
            enqueue(new Notification.OutOfReach(contact.covered().wholeDay()), now);
        }
        lookAgain(now.plus(AT_IT));
    }

    /** The last contact was not sent: restores the state before it. */
    void withdrawContact(Instant now) {
        if (contactBefore != null) {
            contact = contactBefore;
        }
        lookAgain(now);
    }

    /** Asks the drip for a new plan. */
    public void lookAgain(Instant now) {
        nextContactAt = now;
    }

    /** Adds an event, in the same save as the change. */
    public void record(LearnerEvent event) {
        events.add(event);
    }

    /** Adds an audit entry about a change by somebody else. */
    public void audit(String by, AuditedAction what, String why, Instant at) {
        record(new LearnerEvent.Audited(UUID.randomUUID().toString(), id, by, what, why, at));
    }

    /** The result that the request under way had here when it came before. */
    public <R> Optional<R> resultOf(Class<R> type) {
        return ProcessedRequest.resultIn(processedRequests, type);
    }

    void keep(StoredResult result, Instant now) {
        ProcessedRequest.keep(processedRequests, result, now);
    }

    /** As the database has them after a claim. */
    void claimedBy(Lease taken) {
        outbox = outbox.claimedBy(taken);
        version++;
    }

    /** As the database has them once nothing waits any more. */
    void emptied() {
        outbox = Outbox.EMPTY;
        version++;
    }

    void narrowLeaseTo(OutboxMessage message) {
        outbox = outbox.narrowedTo(message);
    }

    void releaseLease(Instant now) {
        outbox = outbox.releasedAt(now);
    }

    /** A dead letter gets another chance. */
    void enqueueAgain(OutboxMessage message) {
        outbox = outbox.enqueue(message);
    }

    /** Whether the relay has work for them. */
    boolean hasOutbox() {
        return !outbox.isEmpty() || !events.isEmpty();
    }

    /**
     * Call before each save: takes the lease when something is due and nobody is sending.
     *
     * @return whether {@code holder} may send now
     */
    boolean offerLease(String holder, Instant now, Duration length) {
        Instant record = eventsNotBefore == null ? now : eventsNotBefore;
        outbox = outbox.offeredTo(holder, now, length, events.isEmpty() ? null : record);
        return outbox.isHeldBy(holder);
    }
}
