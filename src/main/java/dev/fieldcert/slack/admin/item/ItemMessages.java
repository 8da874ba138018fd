package dev.fieldcert.slack.admin.item;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.danger;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Rekeyed;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.LearnerEvent.Regraded;
import dev.fieldcert.learner.item.DecideItem;
import dev.fieldcert.learner.item.SettleDecision;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders the screens for reports about questions and for deciding about them. */
final class ItemMessages {

    static final String DECIDE = "item-decide";
    static final String MAKE = "item-make";
    static final String DROP = "item-drop";
    static final String UNDO = "item-undo";
    static final String STAYS = "item-badge-stays";
    static final String BACK = "item-badge-back";

    private static final int ITEMS = 15;
    private static final int WORDS = 10;
    private static final int PEOPLE = 20;
    private static final int BADGES = 10;
    private static final int DECISIONS = 5;
    private static final long SEED = 1;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private ItemMessages() {}

    static String noSuchQuestion() {
        return "I can’t find that question. Type its course and ID, like `/cert-admin item forecasting/quota-gap-c3`. "
                + "To see the reported questions, type `/cert-admin reports`.";
    }

    /** @param find returns a question as it is in the current program; empty if it is no longer there */
    static SlackMessage reports(List<ItemReported> open, Function<ItemRef, Optional<DecideItem.Found>> find) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Reported questions"));
        if (open.isEmpty()) {
            blocks.add(text("There’s nothing to decide: everyone who reported a question has an answer."));
            return SlackMessage.of(blocks);
        }
        Map<ItemRef, List<ItemReported>> byItem = open.stream()
                .collect(Collectors.groupingBy(
                        report -> new ItemRef(report.course(), report.question()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byItem.entrySet().stream().limit(ITEMS).forEach(entry -> {
            ItemRef ref = entry.getKey();
            String asks = find.apply(ref).map(found -> asks(found.question())).orElse("_no longer in the program_");
            blocks.add(text(
                    asks + "\n`" + ref + "` · " + counts(entry.getValue()),
                    AdminForms.button("Review and decide", "item", ref.toString())));
        });
        blocks.add(note(Sentences.count(byItem.size(), "question", "questions") + " in all, newest report first."
                + (byItem.size() > ITEMS ? " Here are the first " + ITEMS + "." : "")));
        return SlackMessage.of(blocks);
    }

    private static String asks(Question question) {
        return "*"
                + cut(Mrkdwn.of(question.prompt(SEED)).replace('\n', ' ').replace("*", ""), 300)
                        .strip() + "*";
    }

    private static String counts(List<ItemReported> reports) {
        return reports.stream()
                .collect(Collectors.groupingBy(ItemReported::kind, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> word(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static String word(ItemReported.Kind kind) {
        return switch (kind) {
            case WRONG -> "wrong answer key";
            case UNCLEAR -> "unclear";
            case OUTDATED -> "outdated";
            case OTHER -> "something else";
            case ANSWER_WAS_RIGHT -> "“my answer was right”";
        };
    }

    /** One question, with everything that an admin needs to decide about it. */
    static SlackMessage page(
            ItemRef ref, DecideItem.Found found, List<ItemReported> reports, List<ItemDecision> decisions) {
        Question question = found.question();
        boolean out = found.objective().withdrawn().contains(question.id());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(asks(question) + "\n" + key(question)));
        blocks.add(note("`" + ref + "` · "
                + Mrkdwn.escape(
                        found.course().title() + " · " + found.objective().title())
                + (out ? " · *quarantined: nobody new gets it*" : "")));
        if (!reports.isEmpty()) {
            blocks.add(text("*Reports:* " + counts(reports) + "\n" + sentences(reports)));
        }
        blocks.add(actions(buttons(ref, question, out)));
        List<ItemDecision> newest = new ArrayList<>(decisions);
        Collections.reverse(newest);
        newest.stream().limit(DECISIONS).forEach(decision -> blocks.add(decided(decision)));
        return SlackMessage.of(blocks);
    }

    private static List<ButtonElement> buttons(ItemRef ref, Question question, boolean out) {
        List<ButtonElement> buttons = new ArrayList<>();
        buttons.add(decide(out ? "End the quarantine" : "Keep it", ItemDecision.Kind.KEEP, ref));
        if (!out) {
            buttons.add(decide("Quarantine", ItemDecision.Kind.QUARANTINE, ref));
        }
        if (question instanceof ShortAnswer) {
            buttons.add(decide("Accept an answer", ItemDecision.Kind.VARIANT, ref));
        } else if (Rekeyed.isPossible(question)) {
            buttons.add(decide("Change the key", ItemDecision.Kind.KEY, ref));
        }
        return buttons;
    }

    private static ButtonElement decide(String label, ItemDecision.Kind kind, ItemRef ref) {
        return button(label, DECIDE + ":" + kind.code(), kind.code() + "|" + ref);
    }

    private static String key(Question question) {
        if (question instanceof SingleChoice choice) {
            return options(choice.options());
        }
        if (question instanceof MultipleChoice choice) {
            return options(choice.options());
        }
        if (question instanceof TrueFalse statement) {
            return "Key: " + (statement.right() ? "true" : "false");
        }
        return question instanceof ShortAnswer typed
                ? "Accepted: "
                        + typed.accept().stream()
                                .map(variant -> "“" + Mrkdwn.escape(variant) + "”")
                                .collect(Collectors.joining(", "))
                : "You can only change its answer key in its file. Until then, you can quarantine it.";
    }

    private static String options(List<Option> options) {
        return options.stream()
                .map(option -> (option.right() ? "✅ " : "▫️ ") + Mrkdwn.line(option.text()))
                .collect(Collectors.joining("\n"));
    }

    /** The newest reports that contain an answer or a comment. */
    private static String sentences(List<ItemReported> reports) {
        List<ItemReported> telling = reports.stream()
                .filter(report -> report.answer() != null || !report.words().isEmpty())
                .toList();
        return telling.subList(Math.max(0, telling.size() - WORDS), telling.size()).stream()
                .map(report -> "• " + Mrkdwn.person(report.learner()) + ", " + word(report.kind()) + ": "
                        + (report.answer() == null ? "" : "typed “" + Mrkdwn.escape(cut(report.answer(), 100)) + "” ")
                        + Mrkdwn.escape(report.words()).replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static LayoutBlock decided(ItemDecision decision) {
        String line = DAY.format(decision.at()) + ", " + Mrkdwn.person(decision.by()) + ": *" + what(decision) + "*"
                + "\n> " + Mrkdwn.escape(decision.reason()).replace("\n", "\n> ");
        return decision.isUndone()
                ? text(line + "\nUndone by " + Mrkdwn.person(decision.undoneBy()) + ": "
                        + Mrkdwn.escape(decision.undoneReason()))
                : text(line, button("Undo", UNDO + ":" + decision.id(), decision.id()));
    }

    static String what(ItemDecision decision) {
        return switch (decision.kind()) {
            case KEEP -> "kept";
            case QUARANTINE -> "quarantined";
            case KEY -> "new answer key: " + keyWords(decision);
            case VARIANT -> "also right: " + keyWords(decision);
        };
    }

    private static String keyWords(ItemDecision decision) {
        return decision.answer()
                .map(answer -> answer instanceof Answer.Written written
                        ? "“" + Mrkdwn.escape(written.text()) + "”"
                        : Mrkdwn.escape(String.join(
                                ", ", answer instanceof Answer.Chosen chosen ? chosen.options() : List.of())))
                .orElse("");
    }

    /** Why a decision is refused, in plain text, for the field of a form. */
    static String refused(DecideItem.Outcome outcome) {
        if (outcome instanceof DecideItem.Outcome.NoReason) {
            return "Give a reason. Everyone affected will see it.";
        }
        if (outcome instanceof DecideItem.Outcome.ReasonTooLong tooLong) {
            return "That’s %,d characters. The limit is %,d.".formatted(tooLong.length(), DecideItem.LONGEST_REASON);
        }
        if (outcome instanceof DecideItem.Outcome.OnlyInTheFile) {
            return "You can only change the answer key of this kind of question in its file. Until then, you can "
                    + "quarantine it.";
        }
        if (outcome instanceof DecideItem.Outcome.NoKey) {
            return "That can’t be the answer. Choose from the options, or type a few words.";
        }
        if (outcome instanceof DecideItem.Outcome.Already) {
            return "That’s already the case. Nothing was changed.";
        }
        if (outcome instanceof DecideItem.Outcome.TooFewLeft few) {
            return "Only " + Sentences.count(few.left(), "question", "questions")
                    + " would be left, and one attempt may need " + few.needed() + ". Add questions to the file first.";
        }
        return outcome instanceof DecideItem.Outcome.OwnClaim
                ? "You’ve claimed that your own answer was right, so somebody else has to decide about it."
                : "That question is no longer in the program.";
    }

    /** Confirms a decision that does not change anybody's results. */
    static SlackMessage made(ItemDecision decision, ItemRef ref) {
        return SlackMessage.of(
                text("*" + ref + " is " + what(decision) + ".* "
                        + (decision.kind() == ItemDecision.Kind.QUARANTINE
                                ? "Nobody new gets this question. Anyone who has it open can still answer it. "
                                : "")
                        + "I’ll tell everyone who reported it, during their work hours."),
                actions(button("Undo", UNDO + ":" + decision.id(), decision.id())));
    }

    static String working(ItemDecision decision, ItemRef ref) {
        return (decision.isUndone() ? "Undoing the decision about " : "Applying the decision about ") + ref;
    }

    static SlackMessage dryRun(ItemDecision decision, DecideItem.Found found, SettleDecision.Result result) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Dry run: nothing has changed yet"));
        blocks.add(text(asks(found.question()) + "\n" + Sentences.capital(what(decision)) + "\n> "
                + Mrkdwn.escape(decision.reason()).replace("\n", "\n> ")));
        blocks.add(text(summary(result, found, "would ")));
        blocks.add(actions(primary("Apply it", MAKE, decision.id()), button("Leave it as it is", DROP, decision.id())));
        blocks.add(
                note("If you apply it, I’ll tell everyone affected during their work hours, with your reason. Nobody "
                        + "loses a badge, and you can undo it."));
        return SlackMessage.of(blocks);
    }

    /** Shows what was changed, and the badges about which an admin has to decide. */
    static SlackMessage settled(
            ItemDecision decision,
            DecideItem.Found found,
            SettleDecision.Result result,
            Function<String, Optional<String>> badge) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(decision.isUndone() ? "Undone" : "Done"));
        blocks.add(text(asks(found.question()) + "\n" + Sentences.capital(what(decision))
                + (decision.isUndone() ? " – this no longer applies" : "")));
        blocks.add(text(summary(result, found, "")));
        if (result.failed() > 0) {
            blocks.add(note("I couldn’t update " + Sentences.people(result.failed()) + " yet. I’ll keep trying."));
        }
        List<Regraded> questioned = result.changed().stream()
                .filter(each -> each.questioned() != null)
                .toList();
        questioned.stream().limit(BADGES).forEach(each -> {
            String name = badge.apply(each.questioned()).orElse("a badge");
            String value = each.learner() + "|" + each.questioned();
            blocks.add(text("*" + Mrkdwn.escape(name) + "*, which " + Mrkdwn.person(each.learner())
                    + " earned, depends on a result that has changed. Should they keep it?"));
            blocks.add(actions(
                    button("Keep the badge", STAYS + ":" + each.questioned(), value),
                    danger("Revoke it…", BACK + ":" + each.questioned(), value)));
        });
        if (questioned.size() > BADGES) {
            blocks.add(note((questioned.size() - BADGES) + " more: "
                    + Sentences.mentions(questioned.subList(BADGES, questioned.size()).stream()
                            .map(Regraded::learner)
                            .toList())
                    + ". To revoke a badge, type `/cert-admin revoke`."));
        }
        if (!decision.isUndone()) {
            blocks.add(actions(button("Undo", UNDO + ":" + decision.id(), decision.id())));
        }
        return SlackMessage.of(blocks);
    }

    private static String summary(SettleDecision.Result result, DecideItem.Found found, String would) {
        List<Regraded> changed = result.changed();
        long answers = changed.stream()
                .mapToLong(each -> each.raised() + each.lowered())
                .sum();
        long badges = changed.stream().filter(each -> each.earned() != null).count();
        long questioned =
                changed.stream().filter(each -> each.questioned() != null).count();
        String head = Sentences.people(result.answered()) + " answered it. "
                + (would.isEmpty() ? "Scored differently now: " : "Would be scored differently: ")
                + Sentences.count(answers, "answer", "answers") + " from " + Sentences.people(changed.size())
                + ".\nNew badges: *" + badges + "* · badges to review: *" + questioned + "*";
        List<String> lines = changed.stream()
                .filter(each -> !each.changes().isEmpty() || !each.returned().isEmpty())
                .limit(PEOPLE)
                .map(each -> "• " + Mrkdwn.person(each.learner()) + ": " + effect(each, found))
                .toList();
        return head + (lines.isEmpty() ? "\nNo check result changes." : "\n" + String.join("\n", lines));
    }

    private static String effect(Regraded regraded, DecideItem.Found found) {
        List<String> parts = new ArrayList<>();
        regraded.changes()
                .forEach(change -> parts.add("*" + title(found, change.objective()) + "* "
                        + (change.before() ? "passed" : "not passed") + " → "
                        + (change.after() ? "passed" : change.before() ? "no longer passed" : "undecided")));
        if (!regraded.returned().isEmpty()) {
            parts.add(regraded.undone() ? "the attempt counts again" : "the attempt doesn’t count");
        }
        if (regraded.earned() != null) {
            parts.add("🎖 a new badge");
        }
        if (regraded.questioned() != null) {
            parts.add("a badge to review");
        }
        return String.join(" · ", parts);
    }

    private static String title(DecideItem.Found found, String objective) {
        return Mrkdwn.escape(
                found.course().objective(objective).map(Objective::title).orElse(objective));
    }

    static SlackMessage gone() {
        return SlackMessage.note(
                "This was already decided, or it no longer exists. To see the question as it is now, type "
                        + "`/cert-admin item`.");
    }

    static SlackMessage dropped() {
        return SlackMessage.note("Nothing was changed.");
    }

    static SlackMessage badgeStays(String badge, String holder) {
        return SlackMessage.note(
                Mrkdwn.person(holder) + " keeps *" + Mrkdwn.escape(badge) + "*. I noted that in their audit log.");
    }

    static SlackMessage badgeTaken(String badge, String holder) {
        return SlackMessage.note("Revoked: *" + Mrkdwn.escape(badge) + "*, held by " + Mrkdwn.person(holder)
                + ". I’ll tell them, with your reason.");
    }
}
