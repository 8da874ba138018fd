package dev.fieldcert.drip;

import dev.fieldcert.drip.ContactWindows.From;
import dev.fieldcert.drip.ContactWindows.Opening;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.plan.Reason.Code;
import dev.fieldcert.learner.plan.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether to contact a learner now, about what, or when to decide again: a pure function of the {@link
 * PlanningInput}.
 */
public final class ContactPlan {

    static final int MOST_REMINDERS = 3;
    static final Duration SILENCE = Duration.ofDays(14);
    static final Duration LEAVE_ALONE = Duration.ofMinutes(5);
    static final Duration LEAST_SPACING = Duration.ofMinutes(10);
    static final Duration LONGEST_SNOOZE = Duration.ofDays(8);

    private final PlanningInput input;
    private final Instant now;
    private final ContactState history;
    private final Backlog backlog;
    private final ContactWindows windows;
    private final LocalDate today;
    private final int budget;
    private final ContactHistory past;
    private final From since;
    private final long contactsToday;
    private final List<Reason> notes;

    private ContactPlan(PlanningInput input) {
        this.input = input;
        this.now = input.now();
        this.history = input.history();
        this.backlog = input.backlog();
        this.windows = input.windows();
        this.today = windows.dayOf(now);
        this.notes = new ArrayList<>(windows.notes());
        this.budget = input.preferences().budget();
        this.past = new ContactHistory(history, now);
        this.since = history.covered().hidesChosenTime() ? From.START_OF_WORK : From.CHOSEN_TIME;
        noteDoNotDisturb(history.covered());
        if (past.isAheadOfNow()) {
            notes.add(Reason.of(Code.CLOCK_WENT_BACK));
        }
        this.contactsToday = past.contacts()
                .filter(contact -> windows.dayOf(contact).equals(today))
                .count();
    }

    /** Decides for now. The instant of a {@link Decision.NotBefore} is always after {@code now}. */
    public static Decision decide(PlanningInput input) {
        return new ContactPlan(input).decide();
    }

    /**
     * When the learner is due: {@code now} when there is something to send to the learner or the manager, otherwise
     * when to decide again. Empty when only an action by the learner or an admin can change the plan. Store the result
     * after every change.
     */
    public static Optional<Instant> dueAt(PlanningInput input) {
        Decision decision = decide(input);
        if (decision instanceof Decision.Send || !Overdue.toTell(input).isEmpty()) {
            return Optional.of(input.now());
        }
        return Stream.of(decision.again(), Overdue.nextToTell(input))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Decision decide() {
        Optional<Decision> silent = paused().or(this::snoozed);
        if (silent.isPresent()) {
            return silent.get();
        }
        List<Candidate> candidates = candidates();
        return candidates.stream()
                .min(Comparator.comparing(candidate -> noEarlierThanNow(candidate.earliest())))
                .map(this::placed)
                .orElseGet(() -> new Decision.Waiting(
                        because(anyWork().isPresent() ? Code.WAITING_FOR_LEARNER : Code.NOTHING_TO_DO)));
    }

    // ── The learner's own settings come first ─────────────────────────────────────────────────────────────────────

    private Optional<Decision> paused() {
        if (input.preferences().stopped()) {
            return Optional.of(new Decision.Waiting(because(Code.PAUSED_UNTIL_RESUMED)));
        }
        if (!input.preferences().isOnPause(today)) {
            return Optional.empty();
        }
        LocalDate until = input.preferences().pausedUntil();
        LocalDate horizon = today.plusDays(WorkingDays.HORIZON);
        Opening opening = windows.next(windows.startOf(until.isAfter(horizon) ? horizon : until), since);
        return Optional.of(new Decision.NotBefore(
                opening.at(), because(Reason.of(Code.PAUSED).on(until))));
    }

    private Optional<Decision> snoozed() {
        Snoozed asked = history.snoozed();
        if (asked == null) {
            return Optional.empty();
        }
        // A snooze does not cover work that became available after it.
        Optional<LearningTask> work = backlog.open().stream()
                .findFirst()
                .or(() -> availableNow().filter(next -> next.isAvailableAt(asked.at())));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        if (asked.until().isAfter(now.plus(LONGEST_SNOOZE))) {
            notes.add(Reason.of(Code.SNOOZE_TOO_LONG));
            return Optional.empty();
        }
        boolean sameDay = windows.dayOf(asked.at()).equals(today);
        Instant earliest =
                sameDay ? asked.until() : later(asked.until(), budgetAllows().at());
        Opening opening = opening(earliest, From.START_OF_WORK);
        if (opening.at().equals(now)) {
            return Optional.of(
                    send(new ContactContent.ComesBack(work.get()), because(about(Code.CAME_BACK, work.get()))));
        }
        Reason held = asked.until().isAfter(now)
                ? because(Reason.of(Code.SNOOZED).at(asked.until()))
                : budgetAllows().because();
        return Optional.of(new Decision.NotBefore(opening.at(), whyNot(earliest, held, opening)));
    }

    // ── What could be sent ────────────────────────────────────────────────────────────────────────────────────────

    /**
     * A possible contact.
     *
     * @param why the reason to record when the contact is sent
     * @param held the reason to record while {@code earliest} has not been reached
     */
    private record Candidate(ContactContent what, Instant earliest, Reason why, Reason held) {}

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        if (history.waitingSince() != null) {
            goOn().ifPresent(candidates::add);
            dueNews().ifPresent(candidates::add);
            return candidates;
        }
        // The order decides between candidates for the same moment: the first one is sent.
        retrieval(true).ifPresent(candidates::add);
        work().ifPresent(candidates::add);
        dueNews().ifPresent(candidates::add);
        retrieval(false).ifPresent(candidates::add);
        return candidates;
    }

    /**
     * A missed question is asked again before new work; other retrieval questions get what new work leaves of the
     * budget.
     */
    private Optional<Candidate> retrieval(boolean pressing) {
        return backlog.retrieval()
                .filter(next -> next.pressing() == pressing)
                .map(next -> new Candidate(
                        new ContactContent.NextThing(next.task()),
                        next.on().isAfter(today) ? windows.startOf(next.on()) : now,
                        because(about(Code.RETRIEVAL, next.task())),
                        because(about(Code.RETRIEVAL_LATER, next.task()).on(next.on()))));
    }

    private Optional<Candidate> work() {
        List<LearningTask> open = backlog.open();
        Optional<LearningTask> ignored = open.stream()
                .filter(work -> past.reminded(work) >= MOST_REMINDERS && past.isSilentSince(past.broughtUp(work)))
                .findFirst();
        if (ignored.isPresent()) {
            return ignored.map(this::willWait);
        }
        return open.stream()
                .filter(work -> past.reminded(work) < MOST_REMINDERS)
                .findFirst()
                .map(this::reminder)
                .or(() -> backlog.next(now, history.lastSent()).map(this::nextThing))
                .or(() -> open.stream().findFirst().map(this::willWait));
    }

    private Candidate nextThing(LearningTask work) {
        Instant from = work.availableFrom() == null ? now : work.availableFrom();
        return new Candidate(
                new ContactContent.NextThing(work),
                from,
                because(about(Code.NEXT_THING, work)),
                because(about(Code.OPENS_LATER, work).at(from)));
    }

    private Candidate reminder(LearningTask work) {
        int number = past.reminded(work) + 1;
        return new Candidate(
                new ContactContent.Reminder(work, number),
                dayAfter(past.broughtUp(work)),
                because(about(Code.REMINDER, work).counting(number)),
                because(about(Code.ALREADY_BROUGHT_UP, work)));
    }

    private Candidate willWait(LearningTask work) {
        return new Candidate(
                new ContactContent.WillWait(work),
                dayAfter(past.broughtUp(work)),
                because(about(Code.WILL_WAIT, work)),
                because(about(Code.ALREADY_BROUGHT_UP, work)));
    }

    private Optional<Candidate> goOn() {
        if (history.askedToGoOn() != null) {
            return Optional.empty();
        }
        Instant then = past.waitingSince().orElseThrow().plus(SILENCE);
        return anyWork()
                .map(work -> new Candidate(
                        new ContactContent.AskToGoOn(work),
                        then,
                        because(Code.ASK_TO_GO_ON),
                        because(Reason.of(Code.WAITING_TO_ASK).on(windows.dayOf(then)))));
    }

    private Optional<LearningTask> anyWork() {
        return backlog.open().stream().findFirst().or(() -> backlog.next(now, history.lastSent()));
    }

    private Optional<Candidate> dueNews() {
        return DueNotices.next(today, backlog, windows.workingDays(), history.mentioned())
                .map(next -> new Candidate(
                        new ContactContent.DueNews(),
                        next.day().equals(today) ? now : windows.startOf(next.day()),
                        because(Code.DUE_NEWS),
                        because(Reason.of(Code.DUE_LATER)
                                .named(next.course().title())
                                .on(next.day()))));
    }

    // ── When a contact may be sent ────────────────────────────────────────────────────────────────────────────────

    private Decision placed(Candidate candidate) {
        Held budgeted = budgetAllows();
        Held alone = leftAlone();
        Instant earliest = later(candidate.earliest(), later(budgeted.at(), alone.at()));
        Opening opening = opening(earliest, since);
        if (opening.at().equals(now)) {
            return send(candidate.what(), candidate.why());
        }
        Reason held = candidate.earliest().isAfter(now) && !candidate.earliest().isBefore(budgeted.at())
                ? candidate.held()
                : budgeted.at().isAfter(now) ? budgeted.because() : alone.because();
        return new Decision.NotBefore(opening.at(), whyNot(earliest, held, opening));
    }

    /**
     * The first allowed instant at or after {@code earliest} or now, whichever is later. The result is exactly {@code
     * now} if a contact is allowed now.
     */
    private Opening opening(Instant earliest, From since) {
        return windows.next(earliest.isAfter(now) ? ContactWindows.wholeSecond(earliest) : now, since);
    }

    private Reason whyNot(Instant earliest, Reason held, Opening opening) {
        return earliest.isAfter(now)
                ? held.noting(
                        opening.because().filter(Reason::isAboutTheDay).stream().toList())
                : opening.because().orElse(held).noting(notes);
    }

    /** The instant until which a contact is held back, and why. */
    private record Held(Instant at, Reason because) {}

    private Held budgetAllows() {
        if (contactsToday == 0) {
            return new Held(now, because(Code.NEXT_THING));
        }
        if (contactsToday >= budget) {
            return new Held(dayAfter(now), because(Reason.of(Code.BUDGET_USED).counting(budget)));
        }
        Duration share = windows.length().dividedBy(budget);
        Duration gap = share.compareTo(LEAST_SPACING) < 0 ? LEAST_SPACING : share;
        Instant then = past.lastContact().map(last -> last.plus(gap)).orElse(now);
        return new Held(then, because(Reason.of(Code.SPACED).at(then)));
    }

    private Held leftAlone() {
        Instant then = past.lastAction().map(action -> action.plus(LEAVE_ALONE)).orElse(now);
        return new Held(then, because(Code.JUST_ACTIVE));
    }

    private Decision.Send send(ContactContent what, Reason why) {
        List<DueNotice> due = DueNotices.on(today, backlog, windows.workingDays(), history.mentioned());
        int leftToday = windows.workingDays().isWorking(today) ? Math.max(0, (int) (budget - contactsToday)) : 0;
        List<DueAtRisk> atRisk = DueForecast.forecast(backlog, windows.workingDays(), today, budget, leftToday).stream()
                .filter(risk -> !history.mentioned().contains(risk.mention()))
                .toList();
        return new Decision.Send(what, due, atRisk, why);
    }

    private Optional<LearningTask> availableNow() {
        return backlog.next(now, history.lastSent()).filter(work -> work.isAvailableAt(now));
    }

    private void noteDoNotDisturb(CoveredDays covered) {
        if (covered.hidesWorkingDay()) {
            notes.add(Reason.of(Code.DND_HIDES_WORKING_DAY).counting(covered.wholeDay()));
        } else if (covered.hidesChosenTime()) {
            notes.add(Reason.of(Code.DND_HIDES_CHOSEN_TIME).counting(covered.chosenTime()));
        }
    }

    private Instant dayAfter(Instant instant) {
        return windows.startOf(windows.dayOf(instant).plusDays(1));
    }

    private Instant noEarlierThanNow(Instant instant) {
        return instant.isBefore(now) ? now : instant;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Reason because(Code code) {
        return because(Reason.of(code));
    }

    private Reason because(Reason reason) {
        return reason.noting(notes);
    }

    private static Reason about(Code code, LearningTask work) {
        return Reason.of(code).named(work.title());
    }
}
