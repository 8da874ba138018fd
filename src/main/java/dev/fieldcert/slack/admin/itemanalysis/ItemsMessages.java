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
                AdminForms.button("Get everything as CSV", ACTION, "csv"),
                AdminForms.button("Recount", ACTION, "rebuild")));
        blocks.add(note("I count every ten minutes. Each person counts once per question, with their first answer."));
        return SlackMessage.of(blocks);
    }

    private static String counts(List<Item> items) {
        long answered =
                items.stream().filter(item -> item.statistics().people() > 0).count();
        long enough =
                items.stream().filter(item -> item.statistics().isEnough()).count();
        long alarms = items.stream().filter(Item::hasAlarm).count();
        if (items.isEmpty()) {
            return "no questions";
        }
        return Sentences.count(items.size(), "question", "questions")
                + (answered == 0
                        ? ", none answered yet"
                        : ": " + answered + " answered, " + enough + " of them by " + ItemStatistics.ENOUGH
                                + " or more people")
                + (alarms == 0 ? "" : " · ⚠️ " + Sentences.count(alarms, "alarm", "alarms"));
    }

    private static void alarms(List<Item> items, List<LayoutBlock> blocks) {
        List<Item> alarmed = items.stream().filter(Item::hasAlarm).toList();
        if (alarmed.isEmpty()) {
            blocks.add(text("No alarms. Fewer than 1 in 200 good questions raises a false alarm."));
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
            blocks.add(note("…and %,d more in the CSV file.".formatted(alarmed.size() - ALARMS)));
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
        blocks.add(
                note("Percentages come with their 95% interval. To learn what each figure means, see “Reading the item"
                        + " statistics” in the guide for authors."));
        return SlackMessage.of(blocks);
    }

    private static String shown(AssessmentStatistics.OfObjective objective) {
        if (objective == null || objective.decided() == 0) {
            return "";
        }
        var interval = objective.shownWithin();
        return "Passed in " + objective.shown() + " of " + Sentences.count(objective.decided(), "attempt", "attempts")
                + " (" + Math.round(interval.low() * 100) + "–" + percent(interval.high()) + ") · ";
    }

    private static String assessment(Course course, AssessmentStatistics is) {
        if (is.attempts() == 0) {
            return "*The check*: nobody has taken it yet. Its rule is "
                    + course.check().rule().written() + ".";
        }
        List<String> lines = new ArrayList<>();
        lines.add("*The check*: " + Sentences.count(is.attempts(), "attempt", "attempts") + " · mean score "
                + percent(is.facility()) + ", standard deviation " + percent(is.deviation()) + " · "
                + "%.1f questions on average".formatted(is.questions())
                + (is.medianSeconds() == null ? "" : " · median time " + seconds(is.medianSeconds())));
        lines.add("*How often its decision is wrong* – its rule is "
                + course.check().rule().written() + ":");
        lines.add(
                "• Observed: " + is.observed().map(ItemsMessages::observed).orElse("not enough answers to tell yet."));
        lines.add("• By the rule alone, in one attempt: somebody who knows exactly "
                + percent(AssessmentStatistics.TOO_LOW) + " passes an objective with a probability of "
                + percent(is.exactTooLow()) + "; somebody who knows " + percent(AssessmentStatistics.HIGH)
                + " fails it with a probability of " + percent(is.exactHigh()) + ".");
        return String.join("\n", lines);
    }

    private static String observed(AssessmentStatistics.Decision is) {
        return percent(is.shownTooLow()) + " of those who pass know less than "
                + percent(AssessmentStatistics.TOO_LOW) + "; " + percent(is.notShownHigh())
                + " of those who fail know " + percent(AssessmentStatistics.HIGH) + " or more (n " + is.runs()
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
                blocks.add(note("…and %,d more in the CSV file.".formatted(of.size() - LISTED / 2)));
            }
        }
        blocks.add(actions(
                AdminForms.button("As a picture", ACTION, course.id() + "/" + objective.id() + " picture"),
                AdminForms.button("The course", ACTION, course.id())));
        blocks.add(note("Mean score with its 95% interval · correlation with the rest of the attempt · n people."));
        return SlackMessage.of(blocks);
    }

    private static String angoff(Angoff is, String rule) {
        return "*What the experts expect* (" + is.rated() + " of " + Sentences.count(is.of(), "question", "questions")
                + "): somebody who is just good enough gets " + percent(is.expected()) + " right. That implies "
                + is.implied().right() + " of " + is.implied().of() + ". The rule is " + rule
                + ", and they pass it with a probability of "
                + percent(is.shown()) + " in one attempt.";
    }

    private static String line(Item item) {
        return (item.hasAlarm() ? "⚠️ " : "") + "`" + item.question().id() + "` "
                + (item.isWithdrawn() ? "_(quarantined)_ " : "")
                + Mrkdwn.escape(cut(item.question().ask().replaceAll("\\s+", " "), ASKED)) + "\n"
                + Figures.line(item.statistics());
    }

    static SlackMessage rebuilt(List<Item> items) {
        long answered =
                items.stream().filter(item -> item.statistics().people() > 0).count();
        return SlackMessage.note(
                "✅ I recounted all answers: " + Sentences.count(answered, "question has", "questions have")
                        + " answers. To see the statistics, type `/cert-admin items`.");
    }

    static SlackMessage counting() {
        return SlackMessage.note(
                "I’m already counting the answers, so I didn’t start again. Try again in a few minutes.");
    }
}
