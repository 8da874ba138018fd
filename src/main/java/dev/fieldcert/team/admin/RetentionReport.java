package dev.fieldcert.team.admin;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.learner.memory.Retrieval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The results of retrieval questions, by objective, cohort and number of days since learning. */
@Service
public class RetentionReport {

    /** A retrieval counts toward the largest of these numbers of days that it reaches. */
    public static final List<Integer> DAYS = List.of(30, 60, 90, 180);

    private final Learners learners;
    private final Programs programs;

    RetentionReport(Learners learners, Programs programs) {
        this.learners = learners;
        this.programs = programs;
    }

    /**
     * @param cohort empty for people without a cohort
     * @param observed one entry for each of {@link #DAYS}
     */
    public record Row(String course, String objective, String title, String cohort, List<Observed> observed) {

        public Row {
            observed = List.copyOf(observed);
        }
    }

    private record Key(String course, String objective, String cohort) {}

    /**
     * The rows, in program order, then by cohort. Only objectives that were asked about at least once after 30 days.
     */
    public List<Row> rows() {
        Map<Key, List<Observed>> byKey = new LinkedHashMap<>();
        try (Stream<Learner> all = learners.stream()) {
            all.forEach(learner -> learner.retention().memories().forEach(memory -> add(byKey, learner, memory)));
        }
        List<Row> rows = new ArrayList<>();
        for (Course course : programs.current().courses()) {
            for (Objective objective : course.objectives()) {
                byKey.entrySet().stream()
                        .filter(entry -> entry.getKey().course().equals(course.id())
                                && entry.getKey().objective().equals(objective.id()))
                        .sorted(Comparator.comparing(entry -> entry.getKey().cohort()))
                        .map(entry -> new Row(
                                course.id(),
                                objective.id(),
                                objective.title(),
                                entry.getKey().cohort(),
                                entry.getValue()))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static void add(Map<Key, List<Observed>> byKey, Learner learner, ObjectiveMemory memory) {
        String cohort =
                learner.profile().cohort() == null ? "" : learner.profile().cohort();
        for (Retrieval retrieval : memory.retrievals()) {
            int bucket = -1;
            for (int i = 0; i < DAYS.size() && retrieval.days() >= DAYS.get(i); i++) {
                bucket = i;
            }
            if (bucket >= 0) {
                List<Observed> observed = byKey.computeIfAbsent(
                        new Key(memory.course(), memory.objective(), cohort),
                        key -> new ArrayList<>(
                                DAYS.stream().map(days -> new Observed(0, 0)).toList()));
                observed.set(bucket, observed.get(bucket).and(new Observed(retrieval.right() ? 1 : 0, 1)));
            }
        }
    }

    /** The sum over all objectives and cohorts, one entry for each of {@link #DAYS}. */
    public static List<Observed> all(List<Row> rows) {
        List<Observed> sum =
                new ArrayList<>(DAYS.stream().map(days -> new Observed(0, 0)).toList());
        rows.forEach(row -> {
            for (int i = 0; i < DAYS.size(); i++) {
                sum.set(i, sum.get(i).and(row.observed().get(i)));
            }
        });
        return sum;
    }

    /** Merges the cohorts: one row per objective. */
    public static List<Row> together(List<Row> rows) {
        Map<String, Row> all = new LinkedHashMap<>();
        rows.forEach(row -> all.merge(row.course() + "/" + row.objective(), row, (one, other) -> {
            List<Observed> sum = new ArrayList<>();
            for (int i = 0; i < DAYS.size(); i++) {
                sum.add(one.observed().get(i).and(other.observed().get(i)));
            }
            return new Row(one.course(), one.objective(), one.title(), "", sum);
        }));
        return List.copyOf(all.values());
    }
}
