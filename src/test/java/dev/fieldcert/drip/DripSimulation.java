package dev.fieldcert.drip;

import dev.fieldcert.drip.SimulatedSlack.Message;
import dev.fieldcert.learner.plan.ContactContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A program lived through on virtual time: many learners in twelve zones, two instances of the bot on one calendar, an
 * outage of two days, an hour of 429, lost replies, crashes and stalls. The protocol around the plan is the one the
 * real sender keeps: claim, decide, write down what is owed, post, tick off; and look for an owed message before
 * posting it again.
 *
 * <p>{@code main} prints the figures; its arguments are the seed, the first day and the number of learners.
 */
final class DripSimulation {

    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("America/Los_Angeles", "US-CA");
        PLACES.put("America/New_York", "US-NY");
        PLACES.put("America/Sao_Paulo", "BR");
        PLACES.put("America/Santiago", "CL");
        PLACES.put("Europe/London", "GB");
        PLACES.put("Europe/Berlin", "DE-BY");
        PLACES.put("Africa/Johannesburg", "ZA");
        PLACES.put("Asia/Kolkata", "IN");
        PLACES.put("Asia/Tokyo", "JP");
        PLACES.put("Australia/Sydney", "AU-NSW");
        PLACES.put("Australia/Lord_Howe", "AU-NSW");
        PLACES.put("Pacific/Auckland", "NZ");
    }

    static final int DAYS = 120;
    private static final int INSTANCES = 2;
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofDays(2);
    private static final Duration THROTTLED = Duration.ofHours(1);

    /** Something that happens at its time; of two at one time, the one planned first. */
    private record Event(Instant at, long order, Runnable happens) {}

    final Instant start;
    final Instant end;
    final Instant outageFrom;
    final Instant outageUntil;
    final Instant throttledFrom;
    final List<SimulatedLearner> learners = new ArrayList<>();
    final SimulatedSlack slack;
    final DripAudit audit;
    int crashes;
    int stalls;
    int managersTold;
    private boolean careless;
    private final Random random;
    private final DueCalendar calendar = new DueCalendar();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final Instant[] instanceFree = new Instant[INSTANCES];
    private long order;
    private Instant now;

    DripSimulation(long seed, LocalDate firstDay, int learnerCount) {
        random = new Random(seed);
        start = firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        end = start.plus(Duration.ofDays(DAYS));
        now = start;
        // Both fall on working days and into working hours somewhere.
        outageFrom = start.plus(Duration.ofDays(44)).plus(Duration.ofHours(9));
        outageUntil = outageFrom.plus(OUTAGE);
        throttledFrom = start.plus(Duration.ofDays(23)).plus(Duration.ofMinutes(8 * 60 + 20));
        slack = new SimulatedSlack(random, throttledFrom, THROTTLED);
        audit = new DripAudit(this);
        for (int i = 0; i < INSTANCES; i++) {
            instanceFree[i] = start.plusMillis(1_700L * i);
        }
        for (int i = 0; i < learnerCount; i++) {
            learners.add(learner(i, firstDay));
        }
    }

    /** A bot that does not look for an owed message before it plans anew: what the audit is there to catch. */
    DripSimulation careless() {
        careless = true;
        return this;
    }

    /** Lives through all days. */
    DripSimulation run() {
        for (SimulatedLearner learner : learners) {
            reschedule(learner);
            plan(start.plus(Duration.ofHours(1)), () -> audit.endOfDay(learner));
        }
        while (now.isBefore(end)) {
            Instant tick = nextTick();
            if (!events.isEmpty() && !events.peek().at().isAfter(tick)) {
                Event event = events.remove();
                now = event.at();
                event.happens().run();
            } else {
                now = tick;
                instanceTicks();
            }
        }
        return this;
    }

    boolean isDown(Instant at) {
        return !at.isBefore(outageFrom) && at.isBefore(outageUntil);
    }

    Instant now() {
        return now;
    }

    void plan(Instant at, Runnable happens) {
        events.add(new Event(at, order++, happens));
    }

    // ── the bot ──────────────────────────────────────────────────────────────────────────────────────────────────

    /** The first tick of any instance at which somebody is due. */
    private Instant nextTick() {
        Instant due = calendar.next().filter(end::isAfter).orElse(end);
        Instant from = due.isAfter(now) ? due : now;
        Instant first = Instant.MAX;
        for (int i = 0; i < INSTANCES; i++) {
            Instant free = instanceFree[i].isAfter(from) ? instanceFree[i] : onGrid(i, from);
            if (isDown(free)) {
                free = outageUntil.plusMillis(1_700L * i);
            }
            first = free.isBefore(first) ? free : first;
        }
        return first;
    }

    private Instant onGrid(int instance, Instant from) {
        long period = TICK.toMillis();
        long phase = 1_700L * instance;
        long millis = from.toEpochMilli() - phase;
        return Instant.ofEpochMilli(-Math.floorDiv(-millis, period) * period + phase);
    }

    private void instanceTicks() {
        for (int i = 0; i < INSTANCES; i++) {
            if (!instanceFree[i].isAfter(now) && onGrid(i, now).equals(now) || instanceFree[i].equals(now)) {
                claimNext(i);
            }
        }
        for (int i = 0; i < INSTANCES; i++) {
            if (isDown(instanceFree[i])) {
                instanceFree[i] = outageUntil.plusMillis(1_700L * i);
            }
        }
    }

    private void claimNext(int instance) {
        Optional<DueCalendar.Claim> claimed = calendar.claim(now);
        if (claimed.isEmpty()) {
            instanceFree[instance] = onGrid(instance, now.plusMillis(1));
            return;
        }
        DueCalendar.Claim claim = claimed.get();
        boolean stalls = random.nextInt(2_000) == 0;
        this.stalls += stalls ? 1 : 0;
        // A stall longer than the lease: somebody else will have claimed by then.
        Instant decides = now.plusMillis(stalls ? 420_000 : 1 + random.nextInt(5));
        instanceFree[instance] = decides;
        plan(decides, () -> decide(instance, claim));
    }

    private void decide(int instance, DueCalendar.Claim claim) {
        if (isDown(now) || !calendar.holds(claim)) {
            return;
        }
        SimulatedLearner learner = learnerOf(claim);
        learner.outbox.ifPresent(outbox -> settle(learner, outbox));
        for (Overdue overdue : Overdue.toTell(learner.input(now))) {
            learner.history = learner.history.mentioned(overdue.mention());
            managersTold++;
        }
        learner.history = DndStreak.learned(learner.input(now)).history();
        PlanningInput input = learner.input(now);
        if (!(ContactPlan.decide(input) instanceof Decision.Send send)) {
            calendar.release(claim, ContactPlan.dueAt(input));
            return;
        }
        SimulatedLearner.Owed outbox = new SimulatedLearner.Owed(learner.id + "#" + learner.queuedSoFar++, send);
        learner.outbox = Optional.of(outbox);
        if (random.nextInt(1_500) == 0) {
            crashes++;
            return;
        }
        Instant arrives = now.plusMillis(60 + random.nextInt(1_500));
        instanceFree[instance] = arrives.plusMillis(200);
        Message message = new Message(outbox.id(), learner, learner.preferences, learner.dnd(arrives), send, arrives);
        plan(arrives, () -> post(claim, message));
    }

    /** The outcome of an earlier post is unknown: it is in the conversation, or it was never sent and is planned anew. */
    private void settle(SimulatedLearner learner, SimulatedLearner.Owed outbox) {
        if (!careless) {
            slack.find(outbox.id()).ifPresent(message -> contacted(learner, message));
        }
        learner.outbox = Optional.empty();
    }

    private void post(DueCalendar.Claim claim, Message message) {
        if (isDown(now)) {
            return;
        }
        SimulatedLearner learner = message.learner();
        SimulatedSlack.Outcome outcome = slack.post(message);
        if (outcome == SimulatedSlack.Outcome.OK || outcome == SimulatedSlack.Outcome.REPLY_LOST) {
            react(learner, message);
        }
        boolean crashed = random.nextInt(1_500) == 0;
        crashes += crashed ? 1 : 0;
        if (crashed || outcome == SimulatedSlack.Outcome.REPLY_LOST || outcome == SimulatedSlack.Outcome.REQUEST_LOST) {
            return;
        }
        learner.outbox = Optional.empty();
        if (outcome == SimulatedSlack.Outcome.TOO_MANY_REQUESTS) {
            calendar.release(claim, Optional.of(now.plus(SimulatedSlack.RETRY_AFTER)));
            return;
        }
        contacted(learner, message);
        calendar.release(claim, ContactPlan.dueAt(learner.input(now)));
    }

    private void contacted(SimulatedLearner learner, Message message) {
        learner.contacted(message.send(), message.at());
    }

    private SimulatedLearner learnerOf(DueCalendar.Claim claim) {
        return learners.get(Integer.parseInt(claim.learnerId().substring(1)));
    }

    // ── the people ───────────────────────────────────────────────────────────────────────────────────────────────

    private void react(SimulatedLearner learner, Message message) {
        Optional<Instant> reaction = learner.reactsAt(message.at());
        if (message.send().what() instanceof ContactContent.AskToGoOn) {
            answerToGoOn(learner);
        } else if (reaction.isPresent() && random.nextInt(12) == 0) {
            Snooze snooze = Snooze.values()[random.nextInt(Snooze.values().length)];
            plan(reaction.get(), () -> {
                learner.snoozes(snooze, now);
                reschedule(learner);
            });
        } else {
            reaction.ifPresent(at -> plan(at, () -> {
                learner.works(now);
                reschedule(learner);
            }));
        }
    }

    private void answerToGoOn(SimulatedLearner learner) {
        Instant at = now.plusSeconds(120 + random.nextInt(20_000));
        int answer = random.nextInt(10);
        if (answer < 4) {
            plan(at, () -> {
                learner.works(now);
                reschedule(learner);
            });
        } else if (answer < 6) {
            plan(at, () -> prefer(learner, learner.preferences.pausedUntil(pauseFor(14))));
        } else if (answer < 7) {
            plan(at, () -> prefer(learner, learner.preferences.stopped()));
        }
    }

    private LocalDate pauseFor(int days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
    }

    private void prefer(SimulatedLearner learner, SomePreferences preferences) {
        learner.history = learner.history.acted(now);
        learner.prefers(preferences);
        reschedule(learner);
    }

    private void reschedule(SimulatedLearner learner) {
        learner.changed = now;
        calendar.reschedule(learner.id, ContactPlan.dueAt(learner.input(now)));
    }

    private SimulatedLearner learner(int number, LocalDate firstDay) {
        List<String> zones = List.copyOf(PLACES.keySet());
        String zone = zones.get(number % zones.size());
        SimulatedLearner.Temperament[] temperaments = SimulatedLearner.Temperament.values();
        Random own = new Random(random.nextLong());
        SimulatedLearner.Temperament temperament = own.nextInt(3) == 0
                ? temperaments[own.nextInt(temperaments.length)]
                : SimulatedLearner.Temperament.FAST;
        int budget = own.nextInt(10) < 7 ? 1 : 2 + own.nextInt(2);
        SomePreferences preferences = SomePreferences.in(zone, PLACES.get(zone)).withBudget(budget);
        if (own.nextInt(4) == 0) {
            preferences = preferences.withTime(LocalTime.of(7 + own.nextInt(12), own.nextInt(4) * 15));
        }
        SimulatedLearner learner = new SimulatedLearner("U" + number, temperament, preferences, own);
        for (int course = 1; course <= 1 + own.nextInt(2); course++) {
            Optional<LocalDate> due =
                    own.nextInt(3) > 0 ? Optional.of(firstDay.plusDays(45 + own.nextInt(65))) : Optional.empty();
            learner.courses.add(new SimulatedLearner.Course("c" + course, due, 15 + own.nextInt(25)));
        }
        live(learner, zones, firstDay);
        return learner;
    }

    private void live(SimulatedLearner learner, List<String> zones, LocalDate firstDay) {
        Random own = learner.random;
        switch (learner.temperament) {
            case ABSENT -> {
                learner.absentFrom = start.plus(Duration.ofDays(5 + own.nextInt(50)));
                learner.absentUntil = learner.absentFrom.plus(Duration.ofDays(20 + own.nextInt(120)));
            }
            case ON_HOLIDAY -> {
                LocalDate first = firstDay.plusDays(5 + own.nextInt(80));
                learner.prefers(learner.preferences.withDaysOff(first, first.plusDays(4 + own.nextInt(20))));
                learner.absentFrom = first.atStartOfDay(ZoneOffset.UTC).toInstant();
                learner.absentUntil = learner.absentFrom.plus(Duration.ofDays(10));
            }
            case UNDISTURBED -> {
                learner.dndFrom = Optional.of(LocalTime.of(own.nextInt(24), 0));
                learner.dndLength = Duration.ofHours(2 + own.nextInt(5));
            }
            default -> {}
        }
        if (own.nextInt(12) == 0) {
            String elsewhere = zones.get(own.nextInt(zones.size()));
            plan(start.plusSeconds(own.nextInt(DAYS * 86_400)), () -> {
                learner.prefers(learner.preferences.inZone(elsewhere));
                reschedule(learner);
            });
        }
        if (own.nextInt(12) == 0) {
            plan(
                    start.plusSeconds(own.nextInt(DAYS * 86_400)),
                    () -> prefer(learner, learner.preferences.pausedUntil(pauseFor(3 + own.nextInt(20)))));
        }
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        LocalDate firstDay = arguments.length > 1 ? LocalDate.parse(arguments[1]) : LocalDate.of(2026, 9, 20);
        int learners = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
        DripSimulation simulation = new DripSimulation(seed, firstDay, learners).run();
        System.out.print(new DripFigures(simulation, seed));
    }
}
