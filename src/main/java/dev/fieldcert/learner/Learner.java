package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.memory.ObjectiveMemory;
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
 * A person and everything FieldCert knows about their learning, in one document that is saved as a whole. It is
 * changed only by its own methods, which the use cases call through {@link LearnerRepository}.
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
    /** Ids of the revoked awards. */
    private List<String> revoked = new ArrayList<>();

    private Retention retention = Retention.NONE;
    /** The open retrieval question; null if there is none. */
    private Attempt retrieval;
    /** The number of attempts so far. It is part of an attempt's id, so that a button can refer to it. */
    private int attempts;

    /** The secret part of the address at which calendar programs read due dates; null if there is none. */
    private String calendarSecret;

    /** Since when we have known that the Slack account is deactivated; null while it is active. */
    private Instant deactivatedAt;

    private ContactState contact = ContactState.NONE;
    /** The contact state before the last contact; restored if that contact cannot be sent in time. */
    private ContactState contactBefore;

    private static final Duration RECORD_AGAIN_AFTER = Duration.ofMinutes(15);
    private static final Duration AT_IT = Duration.ofMinutes(1);

    /** When the drip looks at this learner next; null if it does not. */
    private Instant nextContactAt;

    /** The dates, in the learner's time zone, of the last praise and nudge; null if there was none. */
    private LocalDate praisedOn;

    private LocalDate nudgedOn;

    /** The latest requests that changed something, kept so that none is applied twice. */
    private List<ProcessedRequest> processedRequests = new ArrayList<>();

    /** The latest screen that shows the learner's current state; null before the first one. */
    Shown shown;

    /**
     * @param at when it was sent; when it was enqueued, if it is still waiting
     * @param message id of the outbox message; null if unknown
     */
    record Shown(MessageContent screen, Instant at, String message) {

        /**
         * Whether a person who asks for that screen is already looking at it. Which message it is in and which card of
         * a lesson it shows do not matter.
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
    /** When copying the events may be attempted again; null if it may be attempted now. */
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

    /** The newest event with this id that has not been copied to its collection yet. */
    public <E extends LearnerEvent> Optional<E> event(Class<E> type, String id) {
        return events.stream()
                .filter(event -> type.isInstance(event) && event.id().equals(id))
                .reduce((first, second) -> second)
                .map(type::cast);
    }

    public boolean isEnrolled() {
        return !courses.isEmpty() || !completions.isEmpty();
    }

    /** Whether the learner has anything worth keeping: a course, a path, a manager, or a cohort. */
    public boolean hasAnything() {
        return isEnrolled() || !paths.isEmpty() || profile.managerId() != null || profile.cohort() != null;
    }

    /** The running attempt or open retrieval question with this id. */
    public Optional<Attempt> attempt(String attemptId) {
        return Stream.concat(
                        courses.values().stream().flatMap(course -> course.attempt().stream()),
                        Stream.ofNullable(retrieval))
                .filter(attempt -> attempt.id().equals(attemptId))
                .findFirst();
    }

    /** Whether this course is in progress with this due date. */
    public boolean isDue(String course, LocalDate due) {
        return course(course).flatMap(CourseProgress::due).filter(due::equals).isPresent();
    }

    public Optional<PathProgress> path(String id) {
        return paths.stream().filter(each -> each.path().equals(id)).findFirst();
    }

    public boolean isRevoked(String award) {
        return revoked.contains(award);
    }

    /** The time zone from Slack; UTC if it is missing or invalid. */
    public ZoneId zone() {
        try {
            return profile.zone() == null ? ZoneOffset.UTC : ZoneId.of(profile.zone());
        } catch (DateTimeException noZone) {
            return ZoneOffset.UTC;
        }
    }

    /** @param due null if there is none */
    public void enrollInPath(String path, String by, LocalDate due, Instant at) {
        paths.add(new PathProgress(path, at, by, due, null, null));
    }

    /** @param due null if there is none */
    public void enrollInCourse(String course, String by, LocalDate due, Instant at) {
        courses.put(course, CourseProgress.enrolled(course, by, due, at));
    }

    /** Leaves the path but not its courses; these are left one by one. */
    public void leavePath(String path) {
        paths.removeIf(each -> each.path().equals(path));
    }

    /** @return whether the course was in progress */
    public boolean leaveCourse(String course) {
        return courses.remove(course) != null;
    }

    /** Opens a completed course's check for renewal, or offers it again if it is already open. */
    public void offerRenewal(String course, LocalDate endsOn, Instant at) {
        courses.computeIfAbsent(course, key -> CourseProgress.renewal(key, id, endsOn, at))
                .keepUp(retention.keptUp(course));
        contact = contact.checkNotOpened(course);
    }

    /** @param due the new due date; null to remove it */
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

    /** Declines the request: the due date does not change. */
    public void keepDueDate(String course, LocalDate due) {
        contact = contact.mentioned(laterAnswered(course, due));
    }

    /** The entry for a request. It includes the due date, so that changing the date makes the request obsolete. */
    private static DueMention laterAsked(String course, LocalDate due) {
        return new DueMention(course, due, DueMention.What.LATER_ASKED);
    }

    private static DueMention laterAnswered(String course, LocalDate due) {
        return new DueMention(course, due, DueMention.What.LATER_ANSWERED);
    }

    /** Replaces a course's progress with its completion. */
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
     * Records a path's certificate, and enrolls the learner in the path if they are not enrolled.
     *
     * @param until when the certificate expires; null if it does not
     */
    public void certify(String path, Instant startedAt, String award, Instant until) {
        PathProgress enrolled = path(path).orElseGet(() -> new PathProgress(path, startedAt, id, null, null, null));
        leavePath(path);
        paths.add(enrolled.certified(award, until));
    }

    /**
     * The order in which this course's questions were last asked; in a renewal, including those asked before the
     * renewal.
     */
    public Map<String, Integer> seen(CourseProgress progress) {
        Map<String, Integer> seen = new HashMap<>();
        if (progress.renewal()) {
            retention.memories().stream()
                    .filter(memory -> memory.course().equals(progress.course()))
                    .forEach(memory -> seen.putAll(memory.timesAsked()));
        }
        return ObjectiveMemory.after(seen, progress.lastShown());
    }

    /**
     * Begins or updates the memory of the objectives that a course's check has shown. Excused objectives are left out.
     *
     * @param renewsOn the day from which on the badge's renewal asks about them again; null for a badge that does not
     *     expire
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

    /** The open retrieval question. */
    public Optional<Attempt> retrieval() {
        return Optional.ofNullable(retrieval);
    }

    /** The completed courses that the bot does not ask about: in progress again, or with their newest badge revoked. */
    public List<String> notRetrieved() {
        return completions.stream()
                .map(Completion::course)
                .distinct()
                .filter(course -> courses.containsKey(course)
                        || completion(course)
                                .filter(newest -> revoked.contains(newest.award()))
                                .isPresent())
                .toList();
    }

    /** Opens a retrieval question, in place of any previous one. */
    public void beginRetrieval(Attempt question) {
        retrieval = question;
        Attempt.Item item = question.items().get(0);
        retention = retention.asked(question.course(), item.objective(), item.question());
    }

    /** Records that the bot asked a retrieval question on its own. */
    public void contactedForRetrieval(Instant at) {
        retention = retention.contacted(dayOf(at));
    }

    /** Records the answer to the open retrieval question, and closes the question. */
    public void answerRetrieval(Recall recall, Instant at) {
        Attempt.Item item = retrieval.items().get(0);
        retention =
                retention.answered(retrieval.course(), item.objective(), recall, preferences.retrieval(), dayOf(at));
        retrieval = null;
    }

    /** Closes the open retrieval question, and asks none before that day ("Not today"). */
    public void putRetrievalOff(LocalDate day) {
        retrieval = null;
        retention = retention.notBefore(day);
    }

    /** The date at a moment, in the learner's time zone. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** Records a revoked award. It no longer counts toward a certificate. */
    public void revoke(String award) {
        revoked.add(award);
    }

    /** @param manager null to remove the current one */
    public void assignManager(String manager) {
        profile = profile.managedBy(manager);
    }

    /** @param cohort null to remove the current one */
    public void join(String cohort) {
        profile = profile.inCohort(cohort);
    }

    /** Updates the profile from Slack. If the account was deactivated and is active again, asks for a new plan. */
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

    /** Whether the learner's manager praised them on that date. */
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

    /** Makes due dates available to calendar programs at an address with this secret; a previous one stops working. */
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

    /**
     * @param chance random bits that make the id unique among all learners, so that one learner's button cannot match
     *     another's attempt
     */
    public String nextAttemptId(long chance) {
        attempts++;
        return "a" + attempts + "-" + Long.toString(chance >>> Integer.SIZE, Character.MAX_RADIX);
    }

    /** Enqueues an answer to something its recipient did, or a message between two people; it is sent right away. */
    public void enqueue(Notification notification, Instant now) {
        OutboxMessage message = OutboxMessage.answer(notification, now);
        outbox = outbox.enqueue(message);
        if (notification instanceof Notification.Card
                || notification instanceof Notification.Asked
                || notification instanceof Notification.NextUp) {
            shown = new Shown(notification, now, message.id());
        }
    }

    /** The message that shows this question; empty if something else has been shown since. */
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
     * Enqueues a screen that shows the learner's current state. Does nothing if the same screen is waiting to be sent,
     * or was sent so recently that the learner cannot have seen it before asking.
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
     * Whether an answer or the last contact has not been accepted by Slack yet. Messages that wait for the learner's
     * hours do not count.
     */
    public boolean isYetToHear() {
        return outbox.messages().stream()
                .filter(message -> message.content().recipient() instanceof Recipient.Learner)
                .anyMatch(message -> !message.unsolicited() || message.content() instanceof Notification.Contact);
    }

    /**
     * When the screen for the current state was sent; empty while that screen is still waiting to be sent, and before
     * the first one.
     */
    public Optional<Instant> shownAt() {
        return isYetToHear() ? Optional.empty() : Optional.ofNullable(shown).map(Shown::at);
    }

    /**
     * Applies the result of one pass of the relay over the outbox.
     *
     * @param holder of the lease, which this call releases
     * @param recorded ids of the events that the pass had to copy before sending
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

    /** Enqueues a message that the bot or another person caused; it is sent within its recipient's hours. */
    public void enqueueUnsolicited(Notification notification, Instant now) {
        outbox = outbox.enqueue(OutboxMessage.unsolicited(notification, now));
    }

    /**
     * Records that the learner was active, and asks for a new plan a little later. Active learners get no contact, so
     * there is no need to plan again after every click.
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

    /** Restores the contact state before the last contact, because that contact was not sent. */
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

    /** Adds an event, which is saved together with the change. */
    public void record(LearnerEvent event) {
        events.add(event);
    }

    /** Adds an entry about the learner to the audit log. */
    public void audit(String by, AuditedAction what, String why, Instant at) {
        record(new LearnerEvent.Audited(UUID.randomUUID().toString(), id, by, what, why, at));
    }

    /** The stored result of the current request; empty if it has not been processed for this learner before. */
    public <R> Optional<R> resultOf(Class<R> type) {
        return ProcessedRequest.resultIn(processedRequests, type);
    }

    void keep(StoredResult result, Instant now) {
        ProcessedRequest.keep(processedRequests, result, now);
    }

    /** Brings this object up to date with the document in the database after a claim. */
    void claimedBy(Lease taken) {
        outbox = outbox.claimedBy(taken);
        version++;
    }

    /** Brings this object up to date with the document in the database after its outbox was cleared. */
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

    /** Enqueues a dead letter again. */
    void enqueueAgain(OutboxMessage message) {
        outbox = outbox.enqueue(message);
    }

    /** Whether the relay has work to do for this learner. */
    boolean hasOutbox() {
        return !outbox.isEmpty() || !events.isEmpty();
    }

    /**
     * Call this before each save. Takes the lease if something is due and nobody else is sending.
     *
     * @return whether {@code holder} may send now
     */
    boolean offerLease(String holder, Instant now, Duration length) {
        Instant record = eventsNotBefore == null ? now : eventsNotBefore;
        outbox = outbox.offeredTo(holder, now, length, events.isEmpty() ? null : record);
        return outbox.isHeldBy(holder);
    }
}
