package dev.fieldcert.slack.retention;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.slack.blockkit.Bar;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a learner remembers: a bar and words per objective, and the results of retrievals. */
public final class MemoryMessages {

    /** Only retrievals at least this many days after the previous time count toward the results so far. */
    private static final int DAYS = 30;

    private MemoryMessages() {}

    /** The reply to {@code /cert memory}. */
    static SlackMessage memory(Learner learner, Program program, When when) {
        if (learner.retention().memories().isEmpty()) {
            return SlackMessage.note(
                    "*Nothing here yet.* After your first badge, I’ll ask you questions to keep what you learned fresh.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("What you remember"));
        blocks.addAll(objectives(learner, program, when));
        blocks.addAll(end(learner, when));
        return SlackMessage.of(blocks);
    }

    /** The same for Home; empty before the first badge. */
    public static List<LayoutBlock> home(Learner learner, Program program, When when) {
        return learner.retention().memories().isEmpty()
                ? List.of()
                : memory(learner, program, when).blocks();
    }

    private static List<LayoutBlock> objectives(Learner learner, Program program, When when) {
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        Map<String, List<ObjectiveMemory>> byCourse = new LinkedHashMap<>();
        learner.retention().memories().stream()
                .sorted(Comparator.comparing(memory -> shown(memory, today)))
                .forEach(memory -> byCourse.computeIfAbsent(memory.course(), course -> new ArrayList<>())
                        .add(memory));
        List<LayoutBlock> blocks = new ArrayList<>();
        byCourse.forEach((id, memories) -> program.course(id)
                .ifPresent(course -> blocks.add(text("*" + Mrkdwn.escape(course.title()) + "*\n"
                        + String.join(
                                "\n",
                                memories.stream()
                                        .flatMap(memory -> line(memory, course, today, when).stream())
                                        .toList())))));
        return blocks;
    }

    private static Optional<String> line(ObjectiveMemory memory, Course course, LocalDate today, When when) {
        return course.objective(memory.objective())
                .map(Objective::title)
                .map(title -> Bar.of(shown(memory, today)) + "  " + Mrkdwn.escape(title) + " – "
                        + state(memory, today, when));
    }

    /** Right after a miss, the prediction is high, because the answer was just shown. The bar does not claim it. */
    private static double shown(ObjectiveMemory memory, LocalDate today) {
        return memory.wasMissed() ? 0 : memory.predicted(today);
    }

    private static String state(ObjectiveMemory memory, LocalDate today, When when) {
        if (memory.isKeptUp()) {
            return "strong; next question at renewal";
        }
        if (memory.wasMissed()) {
            return "missed; next question " + day(memory, today, when);
        }
        String next = memory.due().isEmpty() ? "next question at renewal" : "next question " + day(memory, today, when);
        return (memory.predicted(today) < ObjectiveMemory.FADING ? "may be fading; " : "strong; ") + next;
    }

    private static String day(ObjectiveMemory memory, LocalDate today, When when) {
        return memory.isDue(today) ? "now" : "around " + when.date(memory.dueOn());
    }

    private static List<LayoutBlock> end(Learner learner, When when) {
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(observed(learner)));
        blocks.add(note("The bars predict how likely you are to remember each objective today."));
        List<BlockElement> buttons = new ArrayList<>();
        int due = learner.retention().due(today, learner.notRetrieved()).size();
        if (due > 0) {
            buttons.add(primary("Ask me now (" + due + " due)", RetrievalMessages.DUE, ""));
        }
        if (learner.preferences().retrieval() != RetrievalPace.AS_NEEDED) {
            buttons.add(button("Ask as often as before", RetrievalMessages.BACK, ""));
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        return blocks;
    }

    private static String observed(Learner learner) {
        Observed observed = learner.retention().memories().stream()
                .map(memory -> Observed.after(DAYS, memory.retrievals()))
                .reduce(new Observed(0, 0), Observed::and);
        return observed.of() == 0
                ? "*Results so far:* you’ll see them once I’ve asked you something again after 30 days."
                : "*Results so far:* " + words(observed, DAYS) + ".";
    }

    /** "likely between 52% and 95%": Wilson's 95% interval. */
    public static String likely(Observed observed) {
        return "likely between " + Math.round(observed.low() * 100) + "% and " + Math.round(observed.high() * 100)
                + "%";
    }

    /** "9 of 11 right after 30 days or more (likely between 52% and 95%)". */
    public static String words(Observed observed, int days) {
        return observed.right() + " of " + observed.of() + " right after " + days + " days or more (" + likely(observed)
                + ")";
    }
}
