package dev.fieldcert.drip;

import dev.fieldcert.learner.memory.Fsrs;
import dev.fieldcert.learner.memory.Memory;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Recall;
import dev.fieldcert.learner.memory.Retention;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A year after the badges: learners in twelve zones with 25 objectives each, whose memories follow FSRS or are only a
 * share as stable as it assumes. Some have a course under way, pause, go on vacation, are excused from objectives, do not
 * answer, or leave; the bot is out for two days.
 */
final class RetentionSimulation {

    static final int OBJECTIVES = 25;
    static final int DAYS = 365;
    private static final int RENEWAL = 305;
    private static final RetrievalPace PACE = RetrievalPace.AS_NEEDED;
    private static final List<String[]> PLACES = List.of(
            new String[] {"America/Los_Angeles", "US-CA"},
            new String[] {"America/New_York", "US-NY"},
            new String[] {"America/Sao_Paulo", "BR"},
            new String[] {"America/Santiago", "CL"},
            new String[] {"Europe/London", "GB"},
            new String[] {"Europe/Berlin", "DE-BY"},
            new String[] {"Africa/Johannesburg", "ZA"},
            new String[] {"Asia/Kolkata", "IN"},
            new String[] {"Asia/Tokyo", "JP"},
            new String[] {"Australia/Sydney", "AU-NSW"},
            new String[] {"Australia/Lord_Howe", "AU-NSW"},
            new String[] {"Pacific/Auckland", "NZ"});

    private final double stability;
    private final Instant start;
    private final Instant end;
    private final Instant outageFrom;
    private final Instant outageUntil;
    final List<String> broken = new ArrayList<>();
    final List<String> lateMisses = new ArrayList<>();
    int learners;
    int questions;
    int answered;
    int right;
    int misses;
    int otherContacts;
    long workingDays;
    private double truth;
    private long looks;
    private int busiestWeek;

    /** @param stability how stable memories are, as a share of what FSRS assumes */
    RetentionSimulation(long seed, LocalDate firstDay, int learnerCount, double stability) {
        this.stability = stability;
        start = firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        end = start.plus(Duration.ofDays(DAYS));
        outageFrom = start.plus(Duration.ofDays(44)).plus(Duration.ofHours(9));
        outageUntil = outageFrom.plus(Duration.ofDays(2));
        Random random = new Random(seed);
        for (int i = 0; i < learnerCount; i++) {
            new Life("U" + i, PLACES.get(i % PLACES.size()), firstDay, new Random(random.nextLong())).live();
        }
        learners = learnerCount;
    }

    double questionsAWorkingDay() {
        return (double) questions / workingDays;
    }

    /** Share of the objectives that would really be recalled, at the end of each week but the first eight. */
    double retentionReached() {
        return truth / looks;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ENGLISH,
                "stability x%.1f: %d learners, %,d questions (%.2f a working day; at most %d in one week), %.0f %% answered,"
                        + " %.1f %% of them right; really recalled %.1f %%; %,d misses, %d not back within seven days;"
                        + " %,d other contacts; rules broken %d%n",
                stability,
                learners,
                questions,
                questionsAWorkingDay(),
                busiestWeek,
                100.0 * answered / questions,
                100.0 * right / answered,
                100 * retentionReached(),
                misses,
                lateMisses.size(),
                otherContacts,
                broken.size());
    }

    private final class Life {

        private final String id;
        private final Random random;
        private final LocalDate firstDay;
        private SomePreferences preferences;
        private Retention retention = Retention.NONE;
        private final Map<String, Memory> memories = new HashMap<>();
        private final Map<String, LocalDate> missed = new HashMap<>();
        private final Map<LocalDate, Integer> contacts = new HashMap<>();
        private final Map<Integer, Integer> questionsByWeek = new HashMap<>();
        private ContactState history = ContactState.NONE;
        private final Optional<SimulatedLearner.Course> course;
        private Optional<Instant> reaction = Optional.empty();
        private Optional<String> asked = Optional.empty();
        private Instant pauseAt = Instant.MAX;
        private Instant leavesAt = Instant.MAX;
        private final double answers;
        private final Set<String> excused;
        private LocalDate looked;
        private LocalDate silentOn = LocalDate.MIN;
        private Instant now;

        Life(String id, String[] place, LocalDate firstDay, Random random) {
            this.id = id;
            this.random = random;
            this.firstDay = firstDay;
            this.now = start;
            this.answers = random.nextInt(6) == 0 ? 0.55 : 0.95;
            preferences = SomePreferences.in(place[0], place[1]).withBudget(random.nextInt(3) == 0 ? 2 : 1);
            if (random.nextInt(3) == 0) {
                LocalDate first = firstDay.plusDays(20 + random.nextInt(300));
                preferences = preferences.withDaysOff(first, first.plusDays(4 + random.nextInt(16)));
            }
            if (random.nextInt(8) == 0) {
                pauseAt = start.plusSeconds(86_400L * (10 + random.nextInt(300)));
            }
            if (random.nextInt(30) == 0) {
                leavesAt = start.plusSeconds(86_400L * (30 + random.nextInt(300)));
            }
            excused = random.nextInt(10) == 0 ? Set.of("o3", "o7") : Set.of();
            for (int i = 0; i < OBJECTIVES; i++) {
                String objective = "o" + i;
                if (!excused.contains(objective)) {
                    retention = retention.shown(
                            "c" + i / 5, objective, firstDay.plusDays(RENEWAL), Map.of(), PACE, firstDay);
                    memories.put(objective, Fsrs.first(Recall.GOOD));
                }
            }
            course = random.nextInt(3) == 0
                    ? Optional.of(new SimulatedLearner.Course("running", Optional.empty(), 12 + random.nextInt(20)))
                    : Optional.empty();
        }

        void live() {
            while (now.isBefore(end) && now.isBefore(leavesAt)) {
                if (!now.isBefore(pauseAt)) {
                    preferences = preferences.pausedUntil(today().plusDays(5 + random.nextInt(25)));
                    history = history.acted(now);
                    retention = retention.heardFrom();
                    pauseAt = Instant.MAX;
                }
                if (reaction.filter(at -> !at.isAfter(now)).isPresent()) {
                    react();
                }
                Decision decision = ContactPlan.decide(input());
                if (decision instanceof Decision.Send send && !isDown()) {
                    contact(send);
                    now = now.plusSeconds(60);
                } else {
                    now = next(isDown() ? Optional.of(outageUntil) : decision.again());
                }
            }
            LocalDate last = today();
            ContactWindows windows = preferences.windows(id, Optional.empty());
            workingDays += firstDay.datesUntil(last)
                    .filter(windows.workingDays()::isWorking)
                    .count();
            busiestWeek = Math.max(
                    busiestWeek,
                    questionsByWeek.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0));
            missed.forEach((objective, on) -> tooLate(objective, on, last));
        }

        /** The first of: the plan's next moment, a reaction, a pause, the next weekly look. */
        private Instant next(Optional<Instant> planned) {
            Instant next = planned.filter(at -> at.isAfter(now)).orElse(end);
            if (reaction.isPresent() && reaction.get().isBefore(next)) {
                next = reaction.get();
            }
            if (pauseAt.isAfter(now) && pauseAt.isBefore(next)) {
                next = pauseAt;
            }
            Instant tomorrow = now.plus(Duration.ofHours(24));
            look();
            return tomorrow.isBefore(next) ? tomorrow : next;
        }

        /** What would really be recalled, once a week from the ninth week on. */
        private void look() {
            long day = ChronoUnit.DAYS.between(firstDay, today());
            if (day >= 56 && day % 7 == 0 && !today().equals(looked)) {
                looked = today();
                looks++;
                truth += memories.entrySet().stream()
                        .mapToDouble(entry -> recalled(entry.getKey(), entry.getValue(), today()))
                        .average()
                        .orElse(0);
            }
        }

        private double recalled(String objective, Memory memory, LocalDate day) {
            ObjectiveMemory known = known(objective);
            long days = Math.max(0, ChronoUnit.DAYS.between(known.gradedOn(), day));
            return Fsrs.retrievability(new Memory(memory.stability() * stability, memory.difficulty()), days);
        }

        private ObjectiveMemory known(String objective) {
            return retention.memories().stream()
                    .filter(memory -> memory.objective().equals(objective))
                    .findFirst()
                    .orElseThrow();
        }

        private LocalDate today() {
            return LocalDate.ofInstant(now, QuietRules.zone(preferences.zone()));
        }

        private boolean isDown() {
            return !now.isBefore(outageFrom) && now.isBefore(outageUntil);
        }

        private PlanningInput input() {
            Optional<Backlog.Retrieval> retrieval = retention
                    .next(PACE, memory -> true, today())
                    .map(next -> new Backlog.Retrieval(
                            LearningTask.next(
                                    LearningTask.Kind.RETRIEVAL,
                                    next.memory().course(),
                                    TaskId.retrieval(
                                            next.memory().course(),
                                            next.memory().objective(),
                                            next.from()),
                                    next.memory().objective()),
                            next.memory().objective(),
                            next.from(),
                            next.isPressing()));
            return preferences.input(
                    id,
                    Optional.empty(),
                    new Backlog(
                            course.map(SimulatedLearner.Course::work).stream().toList(), retrieval),
                    history,
                    now);
        }

        private void contact(Decision.Send send) {
            PlanningInput input = input();
            history = send.after(history, now);
            LocalDate today = today();
            int thatDay = contacts.merge(today, 1, Integer::sum);
            if (thatDay > preferences.chosen().budget()) {
                broken.add(id + ": over budget on " + today);
            }
            QuietRules.broken(preferences, Optional.empty(), now).ifPresent(rule -> broken.add(id + ": " + rule));
            boolean retrieval = send.what()
                    .task()
                    .filter(task -> task.kind() == LearningTask.Kind.RETRIEVAL)
                    .isPresent();
            if (retrieval) {
                String objective = input.backlog().retrieval().orElseThrow().objective();
                ask(objective, today);
            } else {
                otherContacts++;
                asked = Optional.empty();
                if (send.what() instanceof ContactContent.NextThing) {
                    course.orElseThrow().openSince = Optional.of(now);
                }
            }
            reaction = random.nextDouble() < answers
                    ? Optional.of(now.plusSeconds(60 + random.nextInt(20_000)))
                    : Optional.empty();
            silentOn = reaction.isEmpty() ? today : silentOn;
        }

        private void ask(String objective, LocalDate today) {
            if (excused.contains(objective)) {
                broken.add(id + ": asked about an excused objective");
            }
            questions++;
            questionsByWeek.merge((int) ChronoUnit.WEEKS.between(firstDay, today), 1, Integer::sum);
            retention =
                    retention.asked(known(objective).course(), objective, "q").contacted(today);
            asked = Optional.of(objective);
            LocalDate miss = missed.remove(objective);
            if (miss != null) {
                tooLate(objective, miss, today);
            }
        }

        private void tooLate(String objective, LocalDate miss, LocalDate back) {
            if (ChronoUnit.DAYS.between(miss, back) > 7 && couldAsk(miss) && answers > 0.9) {
                lateMisses.add(id + " " + objective + " missed on " + miss + ", back on " + back);
            }
        }

        /** Whether the week after a miss had the working days to ask again, without a pause, the outage or their silence. */
        private boolean couldAsk(LocalDate miss) {
            ContactWindows windows = preferences.windows(id, Optional.empty());
            LocalDate until = preferences.chosen().pausedUntil();
            boolean paused =
                    until != null && until.isAfter(miss) && !until.minusDays(30).isAfter(miss.plusDays(7));
            LocalDate down = LocalDate.ofInstant(outageFrom, ZoneOffset.UTC);
            boolean out = !down.isBefore(miss) && !down.isAfter(miss.plusDays(7));
            boolean vacation = miss.datesUntil(miss.plusDays(8))
                    .anyMatch(day -> preferences.chosen().daysOff().contains(day));
            return !paused
                    && silentOn.isBefore(miss)
                    && !vacation
                    && !out
                    && miss.plusDays(7).isBefore(firstDay.plusDays(RENEWAL))
                    && miss.plusDays(3)
                                    .datesUntil(miss.plusDays(8))
                                    .filter(windows.workingDays()::isWorking)
                                    .count()
                            >= 2;
        }

        private void react() {
            reaction = Optional.empty();
            history = history.acted(now);
            retention = retention.heardFrom();
            if (asked.isEmpty()) {
                course.filter(SimulatedLearner.Course::isOpen).ifPresent(running -> {
                    running.openSince = Optional.empty();
                    running.done++;
                });
                return;
            }
            String objective = asked.get();
            asked = Optional.empty();
            ObjectiveMemory before = known(objective);
            LocalDate today = today();
            if (!today.isAfter(before.gradedOn())) {
                return;
            }
            Memory memory = memories.get(objective);
            boolean knows = random.nextDouble() < recalled(objective, memory, today);
            Recall recall = knows ? Recall.GOOD : Recall.AGAIN;
            answered++;
            right += knows ? 1 : 0;
            memories.put(objective, Fsrs.next(memory, ChronoUnit.DAYS.between(before.gradedOn(), today), recall));
            retention = retention.answered(before.course(), objective, recall, PACE, today);
            if (!knows) {
                misses++;
                missed.put(objective, today);
            }
        }
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        for (double stability : new double[] {1, 0.5}) {
            System.out.print(new RetentionSimulation(seed, LocalDate.of(2026, 11, 2), 500, stability));
        }
    }
}
