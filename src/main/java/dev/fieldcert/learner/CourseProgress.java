package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One learner's progress in one course, from enrollment to badge. Then a {@link Completion} replaces it. */
public class CourseProgress {

    /**
     * A corrected error is lost within a week without another retrieval (Wang &amp; Yang 2021), so it is asked again
     * sooner.
     */
    private static final Duration MISS_RETURNS_AFTER = Duration.ofDays(2);

    private String course;
    private Instant enrolledAt;
    private String enrolledBy;
    private LocalDate due;
    private Instant startedAt;
    private Instant touchedAt;
    private Map<String, ObjectiveProgress> objectives = new LinkedHashMap<>();
    private Attempt attempt;
    /** Whether the learner has been shown a grade and has not asked for the next question yet. */
    private boolean readsGrading;
    /**
     * The order in which questions were last answered, so that unseen ones are drawn first, then the least recent
     * ones.
     */
    private Map<String, Integer> shown = new LinkedHashMap<>();

    private List<ReviewItem> reviewItems = new ArrayList<>();
    private int checksTaken;
    private int extraAttempts;
    private Instant checkOpensAt;
    private Instant checkPassedAt;
    private Double checkScore;
    private String checkVersion;
    private Map<String, Integer> testOuts = new LinkedHashMap<>();
    private Calibration calibration = Calibration.NONE;
    /** True if this renews a badge, which takes only the check and no lessons. */
    private boolean renewal;
    /** The objectives for which a renewal asks only one question, because the learner kept them up. */
    private List<String> keptUp = new ArrayList<>();

    CourseProgress() {}

    static CourseProgress enrolled(String course, String by, LocalDate due, Instant at) {
        CourseProgress progress = new CourseProgress();
        progress.course = course;
        progress.enrolledBy = by;
        progress.enrolledAt = at;
        progress.due = due;
        return progress;
    }

    static CourseProgress renewal(String course, String learner, LocalDate endsOn, Instant at) {
        CourseProgress progress = enrolled(course, learner, endsOn, at);
        progress.renewal = true;
        return progress;
    }

    public String course() {
        return course;
    }

    public Instant enrolledAt() {
        return enrolledAt;
    }

    public String enrolledBy() {
        return enrolledBy;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** When the learner was last active in this course; the time of enrollment before that. */
    public Instant touchedAt() {
        return touchedAt == null ? enrolledAt : touchedAt;
    }

    public ObjectiveProgress objective(String id) {
        return objectives.getOrDefault(id, ObjectiveProgress.NEW);
    }

    public Optional<Attempt> attempt() {
        return Optional.ofNullable(attempt);
    }

    public List<String> keptUp() {
        return List.copyOf(keptUp);
    }

    void keepUp(List<String> objectives) {
        keptUp = new ArrayList<>(objectives);
    }

    /** Whether the next question is held back until the learner has read the grade and asks for it. */
    public boolean readsGrading() {
        return readsGrading;
    }

    public List<ReviewItem> reviewItems() {
        return List.copyOf(reviewItems);
    }

    /** The missed questions that the course still asks. */
    public List<ReviewItem> reviewItems(Course course) {
        return reviewItems.stream()
                .filter(missed -> course.objective(missed.objective()).stream()
                        .flatMap(objective -> objective.practiceToDraw().stream())
                        .anyMatch(question -> question.id().equals(missed.question())))
                .toList();
    }

    public int checksTaken() {
        return checksTaken;
    }

    public Optional<Instant> checkOpensAt() {
        return Optional.ofNullable(checkOpensAt);
    }

    public Optional<Instant> checkPassedAt() {
        return Optional.ofNullable(checkPassedAt);
    }

    public Optional<Double> checkScore() {
        return Optional.ofNullable(checkScore);
    }

    public Optional<String> checkVersion() {
        return Optional.ofNullable(checkVersion);
    }

    public int extraAttempts() {
        return extraAttempts;
    }

    /** Whether the learner has not done anything in this course yet. */
    public boolean isFresh() {
        return objectives.isEmpty() && checksTaken == 0;
    }

    /** A number for each question that was answered: the higher the number, the more recent the answer. */
    public Map<String, Integer> lastShown() {
        return Collections.unmodifiableMap(shown);
    }

    public Calibration calibration() {
        return calibration;
    }

    public boolean renewal() {
        return renewal;
    }

    public int attemptsLeft(Course course) {
        return Math.max(0, course.check().attempts() + extraAttempts - checksTaken);
    }

    public int testOutsLeft(Course course, Objective objective) {
        return Math.max(0, course.check().testOutAttempts() - testOuts.getOrDefault(objective.id(), 0));
    }

    /** Whether the lesson and practice of every objective are done, or not required because this is a renewal. */
    public boolean isThrough(Course course) {
        return renewal
                || course.objectives().stream()
                        .allMatch(objective -> objective(objective.id()).state().isThrough());
    }

    /** Whether the objective's lesson or assignment is still to do. */
    public boolean isOpen(Objective objective) {
        ObjectiveProgress now = objective(objective.id());
        boolean assignmentOpen = objective.assignment().isPresent() && now.assignment() != AssignmentState.APPROVED;
        return now.state() != State.EXCUSED && (!now.state().isThrough() || assignmentOpen);
    }

    /** The objectives whose assignment is not approved yet. */
    public List<Objective> assignmentsOpen(Course course) {
        if (renewal) {
            // An approved assignment stays approved. A renewal only tests knowledge.
            return List.of();
        }
        return course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .filter(objective -> objective(objective.id()).assignment() != AssignmentState.APPROVED)
                .filter(objective -> objective(objective.id()).state() != State.EXCUSED)
                .toList();
    }

    /**
     * The share of the course that is done, 0 to 1: each objective, each assignment, and the check count as one.
     * Excused objectives are left out, but their assignments count as done.
     */
    public double share(Course course) {
        List<Objective> asked = course.objectives().stream()
                .filter(objective -> objective(objective.id()).state() != State.EXCUSED)
                .toList();
        long through = asked.stream()
                .filter(objective -> objective(objective.id()).state().isThrough())
                .count();
        long assignments = course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .count();
        long done = through + assignments - assignmentsOpen(course).size() + (checkPassedAt == null ? 0 : 1);
        return (double) done / (asked.size() + assignments + 1);
    }

    /** Records activity in this course. */
    public void touch(Instant now) {
        touchedAt = now;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** @param due the new due date; null to remove it */
    public void moveDueDate(LocalDate due) {
        this.due = due;
    }

    /** Records that the learner is on this card. */
    public void openCard(String objective, int card) {
        ObjectiveProgress after = objective(objective).onCard(card);
        set(objective, after.state() == State.NEW ? after.in(State.LEARNING) : after);
    }

    /** Marks the objective's lesson and practice as done, unless its state is already further along. */
    public void learn(String objective) {
        if (!objective(objective).state().isThrough()) {
            set(objective, objective(objective).in(State.LEARNT));
        }
    }

    /** Records that the objective was shown. Only {@link #unshow} takes this back. */
    public void show(String objective, ObjectiveProgress.Shown how) {
        set(objective, objective(objective).shown(how));
    }

    /** The objectives that the check still has to ask about, in the order of the course. */
    public List<Objective> toShow(Course course) {
        return course.objectives().stream()
                .filter(objective -> !objective(objective.id()).isShown())
                .toList();
    }

    public void excuse(String objective, String reason) {
        set(objective, objective(objective).excused(reason));
    }

    /** Marks a version of the objective's assignment as waiting for review. */
    public void submit(String objective, String submission, int number) {
        set(objective, objective(objective).submitted(submission, number));
    }

    public void review(String objective, String submission, boolean approved) {
        set(
                objective,
                objective(objective)
                        .assignment(approved ? AssignmentState.APPROVED : AssignmentState.RETURNED, submission));
    }

    public void begin(Attempt attempt, Instant now) {
        this.attempt = attempt;
        readsGrading = false;
        touch(now);
    }

    /** Records that the open question was sent. */
    public void showQuestion() {
        readsGrading = false;
    }

    /** Uses up one test-out attempt for each of these objectives. */
    public void spendTestOut(Collection<Objective> tested) {
        tested.forEach(objective -> testOuts.merge(objective.id(), 1, Integer::sum));
    }

    /**
     * Records an answer in the running attempt. A miss whose grade the learner sees right away is scheduled for
     * review.
     *
     * @param right whether the answer has the full score
     */
    public void answer(int index, Attempt.Item answered, boolean right, Instant now) {
        attempt = attempt.with(index, answered);
        shown.put(
                answered.question(),
                1 + shown.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        readsGrading = attempt.kind().marksAtOnce();
        if (attempt.kind().marksAtOnce()) {
            reviewItems.removeIf(item -> item.question().equals(answered.question()));
            if (!right) {
                reviewItems.add(new ReviewItem(
                        answered.question(),
                        answered.objective(),
                        answered.confidence() == Confidence.CERTAIN,
                        now.plus(MISS_RETURNS_AFTER)));
            }
            if (answered.confidence() != null) {
                calibration = calibration.and(answered.confidence(), right);
            }
        }
        touch(now);
    }

    /** Changes the score of an answer in the running attempt. */
    public void regrade(int index, double score) {
        attempt = attempt.with(index, attempt.items().get(index).scored(score));
    }

    /** Removes a missed question from the review, because its answer now counts as correct. */
    public void forgive(String question) {
        reviewItems.removeIf(missed -> missed.question().equals(question));
    }

    /**
     * Gives back an attempt at the check; the next one opens right away.
     *
     * @param undecided objectives whose lessons this attempt had reopened
     */
    public void giveCheckBack(Collection<String> undecided) {
        checksTaken = Math.max(0, checksTaken - 1);
        checkOpensAt = null;
        undecided.forEach(this::learn);
    }

    public void giveTestOutBack(Collection<String> undecided) {
        undecided.forEach(objective -> testOuts.computeIfPresent(objective, (id, spent) -> Math.max(0, spent - 1)));
    }

    /** Counts an attempt again that had been given back. */
    public void countAgain(Attempt.Kind kind, Collection<String> tested) {
        if (kind == Attempt.Kind.TEST_OUT) {
            tested.forEach(objective -> testOuts.merge(objective, 1, Integer::sum));
        } else {
            checksTaken++;
        }
    }

    /**
     * Takes back that the objective was shown, because the decision that had shown it was undone. The lesson stays
     * done.
     */
    public void unshow(String objective) {
        set(objective, objective(objective).unshown());
    }

    /** Records an incomplete answer: one choice of a scenario, or a text that the learner has not checked yet. */
    public void walk(int index, Answer onTheWay, Confidence confidence, Instant now) {
        attempt = attempt.with(index, attempt.items().get(index).onTheWay(onTheWay, confidence));
        touch(now);
    }

    /** Adds these questions to the running attempt. */
    public void extend(List<Attempt.Item> more) {
        attempt = attempt.and(more);
    }

    public void endAttempt() {
        attempt = null;
        readsGrading = false;
    }

    /**
     * Records that the check is passed because every objective was shown. Missed questions are not asked again.
     *
     * @param taught the course, in the version that was checked
     */
    public void passCheck(Course taught, String version, Instant now) {
        List<ObjectiveProgress.Shown> shown = taught.objectives().stream()
                .map(objective -> objective(objective.id()).shown())
                .filter(Objects::nonNull)
                .toList();
        int asked = shown.stream().mapToInt(ObjectiveProgress.Shown::asked).sum();
        int right = shown.stream().mapToInt(ObjectiveProgress.Shown::right).sum();
        passCheck(asked == 0 ? 1 : (double) right / asked, version, now);
    }

    void passCheck(double score, String version, Instant now) {
        checkPassedAt = now;
        checkScore = score;
        checkVersion = version;
        reviewItems.clear();
    }

    /**
     * Records a check that was not passed. The lessons of the objectives in {@code toRepeat} are assigned again,
     * except in a renewal.
     */
    public void failCheck(Collection<String> toRepeat, Instant opensAt) {
        if (!renewal) {
            toRepeat.stream()
                    .filter(objective -> objective(objective).state() != State.EXCUSED)
                    .forEach(objective -> set(
                            objective, objective(objective).in(State.LEARNING).onCard(0)));
        }
        checkOpensAt = opensAt;
    }

    public void countCheck() {
        checksTaken++;
    }

    public void grantAttempt() {
        extraAttempts++;
    }

    private void set(String objective, ObjectiveProgress progress) {
        objectives.put(objective, progress);
    }
}
