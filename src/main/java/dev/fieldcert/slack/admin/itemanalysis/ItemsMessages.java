package dev.fieldcert.slack.admin.itemanalysis;

import static dev.fieldcert.slack.admin.itemanalysis.FindingText.percent;
import static dev.fieldcert.slack.admin.itemanalysis.FindingText.seconds;
import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Angoff;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.itemanalysis.AssessmentStatistics;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders the statistics of all questions, and of the questions of a course or an objective. */
final class ItemsMessages {

    static final String ACTION = "items";

    private static final int ALARMS = 10;
    private static final int LISTED = 35;
    private static final int ASKED = 90;
    private static final int TITLE = 100;

    private ItemsMessages() {}

    /** @param builtAt when answers were first counted; empty if never */
    static SlackMessage everything(List<Item> items, Optional<Instant> builtAt) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Question statistics"));
        if (builtAt.isEmpty()) {
            blocks.add(
                    text("Nothing has been counted yet. Answers are counted every ten minutes, so look again soon."));
            return SlackMessage.of(blocks);
        }
        alarms(items, blocks);
        Map<Course, List<Item>> byCourse =
                items.stream().collect(Collectors.groupingBy(Item::course, LinkedHashMap::new, Collectors.toList()));
        byCourse.forEach((course, of) -> blocks.add(text(
                "*" + Mrkdwn.escape(cut(course.title(), TITLE)) + "*\n" + counts(of),
                AdminForms.button("Open", ACTION, course.id()))));
        blocks.add(actions(
                AdminForms.button("All of it as CSV", ACTION, "csv"),
                AdminForms.button("Count again", ACTION, "rebuild")));
        blocks.add(note("Counted every ten minutes; each person counts once a question, with their first answer."));
        return SlackMessage.of(blocks);
    }

    private static String counts(List<Item> items) {
        long answered =
                items.stream().filter(item -> item.statistics().people() > 0).count();
        long enough =
                items.stream().filter(item -> item.statistics().isEnough()).count();
        long alarms = items.stream().filter(Item::hasAlarm).count();
        return Sentences.count(items.size(), "question", "questions") + ", " + answered + " answered, " + enough
                + " by " + ItemStatistics.ENOUGH + " people or more"
                + (alarms == 0 ? "" : " · ⚠️ " + Sentences.count(alarms, "alarm", "alarms"));
    }

    private static void alarms(List<Item> items, List<LayoutBlock> blocks) {
        List<Item> alarmed = items.stream().filter(Item::hasAlarm).toList();
        if (alarmed.isEmpty()) {
            blocks.add(text("No alarm. On 196 good questions, less than one false alarm is to be expected."));
            return;
        }
        blocks.add(text("*" + Sentences.count(alarmed.size(), "question needs", "questions need") + " a look*"));
        for (Item item : alarmed.subList(0, Math.min(ALARMS, alarmed.size()))) {
            blocks.add(text(
                    "⚠️ `" + item.question().id() + "` "
                            + FindingText.of(item.findings().get(0), item.choices()),
                    AdminForms.button("Open", ACTION, item.path())));
        }
        if (alarmed.size() > ALARMS) {
            blocks.add(note("…and %,d more: they are in the CSV file.".formatted(alarmed.size() - ALARMS)));
        }
    }

    static SlackMessage course(Course course, List<Item> items, AssessmentStatistics assessment) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(course.title()));
        blocks.add(text(assessment(course, assessment)));
        if (items.stream().anyMatch(Item::hasAlarm)) {
            alarms(items, blocks);
        }
        Map<String, AssessmentStatistics.OfObjective> byId = assessment.objectives().stream()
                .collect(Collectors.toMap(AssessmentStatistics.OfObjective::objective, each -> each));
        for (Objective objective : course.objectives()) {
            blocks.add(text(
                    "*" + Mrkdwn.escape(cut(objective.title(), TITLE)) + "*\n"
                            + shown(byId.get(objective.id()))
                            + counts(items.stream()
                                    .filter(item -> item.objective().id().equals(objective.id()))
                                    .toList()),
                    AdminForms.button("Open", ACTION, course.id() + "/" + objective.id())));
        }
        blocks.add(actions(AdminForms.button("As a picture", ACTION, course.id() + " picture")));
        blocks.add(note("Shares with their 95 % interval. What each figure means: “Reading the item statistics” in the"
                + " guide for authors."));
        return SlackMessage.of(blocks);
    }

    private static String shown(AssessmentStatistics.OfObjective objective) {
        if (objective == null || objective.decided() == 0) {
            return "";
        }
        var interval = objective.shownWithin();
        return "Shown in " + objective.shown() + " of " + Sentences.count(objective.decided(), "run", "runs") + " ("
                + Math.round(interval.low() * 100) + "–" + percent(interval.high()) + ") · ";
    }

    private static String assessment(Course course, AssessmentStatistics is) {
        if (is.attempts() == 0) {
            return "*The check*: nobody has taken it yet. Its rule is "
                    + course.check().rule().written() + ".";
        }
        List<String> lines = new ArrayList<>();
        lines.add("*The check*: " + Sentences.count(is.attempts(), "attempt", "attempts") + " · mean score "
                + percent(is.facility()) + ", standard deviation " + percent(is.deviation()) + " · "
                + "%.1f questions".formatted(is.questions())
                + (is.medianSeconds() == null ? "" : " · " + seconds(is.medianSeconds()) + " in the middle"));
        lines.add("*How often it decides wrongly* – its rule is "
                + course.check().rule().written() + ":");
        lines.add("• Observed: " + is.observed().map(ItemsMessages::observed).orElse("too little so far to say it."));
        lines.add("• By the rule alone: somebody who knows exactly " + percent(AssessmentStatistics.TOO_LOW)
                + " gets through an objective with " + percent(is.exactTooLow()) + " in one run; somebody who knows "
                + percent(AssessmentStatistics.HIGH) + " is held back with " + percent(is.exactHigh()) + ".");
        return String.join("\n", lines);
    }

    private static String observed(AssessmentStatistics.Decision is) {
        return percent(is.shownTooLow()) + " of those it lets through know less than "
                + percent(AssessmentStatistics.TOO_LOW) + "; " + percent(is.notShownHigh())
                + " of those it holds back know " + percent(AssessmentStatistics.HIGH) + " or more (n " + is.runs()
                + ").";
    }

    static SlackMessage objective(Course course, Objective objective, List<Item> items) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(objective.title()));
        Angoff.of(objective, course.rule(objective))
                .ifPresent(
                        is -> blocks.add(text(angoff(is, course.rule(objective).written()))));
        for (Mode mode : List.of(Mode.CHECK, Mode.PRACTICE)) {
            List<Item> of = items.stream().filter(item -> item.mode() == mode).toList();
            if (of.isEmpty()) {
                continue;
            }
            blocks.add(text(mode == Mode.CHECK ? "*Asked in the check*" : "*Asked in practice*"));
            for (Item item : of.subList(0, Math.min(LISTED / 2, of.size()))) {
                blocks.add(text(line(item), AdminForms.button("Open", ACTION, item.path())));
            }
            if (of.size() > LISTED / 2) {
                blocks.add(note("…and %,d more: they are in the CSV file.".formatted(of.size() - LISTED / 2)));
            }
        }
        blocks.add(actions(
                AdminForms.button("As a picture", ACTION, course.id() + "/" + objective.id() + " picture"),
                AdminForms.button("The course", ACTION, course.id())));
        blocks.add(note("Mean score with its 95 % interval · correlation with the rest of the attempt · n people."));
        return SlackMessage.of(blocks);
    }

    private static String angoff(Angoff is, String rule) {
        return "*What the experts expect* (" + is.rated() + " of " + Sentences.count(is.of(), "question", "questions")
                + "): somebody who is just good enough gets " + percent(is.expected()) + " right. That implies "
                + is.implied().right() + " of " + is.implied().of() + "; the rule is " + rule
                + " and lets them through with "
                + percent(is.shown()) + " in one run.";
    }

    private static String line(Item item) {
        return (item.hasAlarm() ? "⚠️ " : "") + "`" + item.question().id() + "` "
                + (item.isWithdrawn() ? "_(not drawn any more)_ " : "")
                + Mrkdwn.escape(cut(item.question().ask().replaceAll("\\s+", " "), ASKED)) + "\n"
                + Figures.line(item.statistics());
    }

    static SlackMessage rebuilt(List<Item> items) {
        long answered =
                items.stream().filter(item -> item.statistics().people() > 0).count();
        return SlackMessage.note(
                "✅ All answers were counted again: " + Sentences.count(answered, "question", "questions")
                        + " with answers. `/cert-admin items` shows them.");
    }

    static SlackMessage counting() {
        return SlackMessage.note(
                "Answers are being counted right now, so nothing was started. Try again in a few minutes.");
    }
}
