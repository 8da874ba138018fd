package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.itemanalysis.AssessmentStatistics;
import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.Findings;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Usual;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.item.ItemReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The items that are taught now, with their statistics and findings. */
@Service
public class ItemFigures {

    private static final ItemStatistics NOTHING = ItemStatistics.of(List.of());

    private final ItemRecords records;
    private final Programs programs;
    private final Wordings wordings;
    private final ItemReports reports;

    ItemFigures(ItemRecords records, Programs programs, Wordings wordings, ItemReports reports) {
        this.records = records;
        this.programs = programs;
        this.wordings = wordings;
        this.reports = reports;
    }

    /**
     * An item of the current program.
     *
     * @param mode the mode of the item's pool: check or practice
     * @param question the question, with all decisions made about it since it was written
     * @param wording the wording of the question in its file
     * @param statistics for this wording and mode; empty statistics if nobody has answered the item
     * @param findings alarms first
     */
    public record Item(
            Course course,
            Objective objective,
            Question question,
            String wording,
            Mode mode,
            ItemStatistics statistics,
            List<Finding> findings) {

        public Item {
            findings = List.copyOf(findings);
        }

        public boolean hasAlarm() {
            return findings.stream().anyMatch(Finding::isAlarm);
        }

        /** Whether the item is no longer asked. */
        public boolean isWithdrawn() {
            return objective.withdrawn().contains(question.id());
        }

        public Choices choices() {
            return Choices.of(question);
        }

        /** Whether the counted item has the current wording, in any mode. */
        public boolean isAsNow(CountedItem counted) {
            return counted.wording().equals(wording);
        }

        /** Whether the counted item has the current wording and this item's mode. */
        public boolean isIn(CountedItem counted) {
            return isAsNow(counted) && counted.mode() == mode;
        }

        /** Identifies the item among all items. */
        public String path() {
            return course.id() + "/" + question.id();
        }
    }

    /** What the items of one course are compared with, and the people who reported them. */
    private record Context(
            Program program,
            Course course,
            Map<String, ItemStatistics> byId,
            Map<Mode, Usual> usual,
            Map<String, Set<String>> reported) {

        ItemStatistics statistics(ItemKey key) {
            return byId.getOrDefault(key.id(), NOTHING);
        }

        Usual usual(Mode mode) {
            return usual.getOrDefault(mode, Usual.of(List.of()));
        }

        int reports(Question question) {
            return reported.getOrDefault(course.id() + "/" + question.id(), Set.of())
                    .size();
        }
    }

    /** The items of all courses that are taught, in program order. */
    public List<Item> items() {
        Program program = programs.current();
        Map<String, List<CountedItem>> byCourse =
                records.figures().stream().collect(Collectors.groupingBy(CountedItem::course));
        Map<String, Set<String>> reported = reported();
        return program.courses().stream()
                .filter(course -> !course.coming())
                .flatMap(course ->
                        items(program, course, byCourse.getOrDefault(course.id(), List.of()), reported).stream())
                .toList();
    }

    /** The items of one course, in order. */
    public List<Item> items(Course course) {
        return items(programs.current(), course, records.figures(course.id()), reported());
    }

    /** The people who reported an item, by its path, since the last decision about it. */
    private Map<String, Set<String>> reported() {
        return reports.open().stream()
                .collect(Collectors.groupingBy(
                        report -> report.course() + "/" + report.question(),
                        Collectors.mapping(ItemReported::learner, Collectors.toSet())));
    }

    private List<Item> items(
            Program program, Course course, List<CountedItem> figures, Map<String, Set<String>> reported) {
        Context context = new Context(
                program,
                course,
                figures.stream().collect(Collectors.toMap(CountedItem::id, CountedItem::statistics)),
                figures.stream()
                        .collect(Collectors.groupingBy(
                                CountedItem::mode,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(CountedItem::statistics, Collectors.toList()), Usual::of))),
                reported);
        List<Item> items = new ArrayList<>();
        for (Objective objective : course.objectives()) {
            objective.checkPool().forEach(question -> items.add(item(context, objective, question, Mode.CHECK)));
            objective.practice().forEach(question -> items.add(item(context, objective, question, Mode.PRACTICE)));
        }
        return items;
    }

    private Item item(Context context, Objective objective, Question question, Mode mode) {
        Course course = context.course();
        String wording = wordings.of(context.program().version(), course.id(), question.id());
        ItemStatistics statistics = context.statistics(new ItemKey(course.id(), question.id(), wording, mode));
        return new Item(
                course,
                objective,
                question,
                wording,
                mode,
                statistics,
                Findings.of(statistics, Choices.of(question), context.usual(mode), context.reports(question)));
    }

    /** The statistics of a course's certifying attempts. */
    public AssessmentStatistics assessment(Course course) {
        return AssessmentStatistics.of(
                records.outcomes(course.id()), course.check().rule());
    }
}
