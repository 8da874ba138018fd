package dev.fieldcert.slack.ask;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.contact.GiveFeedback;
import dev.fieldcert.search.AidRef;
import dev.fieldcert.search.CardRef;
import dev.fieldcert.search.Findings;
import dev.fieldcert.search.Quote;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens for questions about the lessons. */
final class AskMessages {

    static final String FORM = "ask-team";
    static final String TEXT = "text";
    static final String CARD = "ask-card";
    static final String SOURCES = "ask-sources";
    static final String HELPED = "ask-helped";
    static final String NOT_FOUND_PREFIX = "A question the lessons didn’t answer: ";

    private static final int SHOWN = 200;

    private AskMessages() {}

    /** A card with its course and objective. */
    record Found(Course course, Objective objective, Lesson.Card card) {

        static Optional<Found> of(Program program, CardRef place) {
            return program.course(place.course())
                    .flatMap(course -> course.objective(place.objective())
                            .filter(objective ->
                                    place.card() < objective.lesson().cards().size())
                            .map(objective -> new Found(
                                    course,
                                    objective,
                                    objective.lesson().cards().get(place.card()))));
        }
    }

    /** @param judged whether the reader said that the answer helped; empty before they have said so */
    static SlackMessage found(
            String question, Findings findings, Learner learner, Program program, Optional<Boolean> judged) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*From the lessons:* “" + Mrkdwn.escape(Blocks.cut(question, SHOWN)) + "”"));
        for (int i = 0; i < findings.hits().size(); i++) {
            Findings.Hit hit = findings.hits().get(i);
            int number = i;
            Found.of(program, hit.place()).ifPresent(card -> {
                blocks.add(divider());
                blocks.add(text(quoted(hit.quote())));
                blocks.add(note("*" + Mrkdwn.escape(card.card().title()) + "* · "
                        + Mrkdwn.escape(card.course().title())));
                blocks.add(actions(buttons(card, hit.place(), number, learner)));
            });
        }
        List<BlockElement> aids = new ArrayList<>();
        for (AidRef place : findings.aids()) {
            program.course(place.course())
                    .flatMap(course -> course.aid(place.aid()))
                    .ifPresent(aid ->
                            aids.add(button(aid.title(), "aid:" + aids.size(), place.course() + "|" + place.aid())));
        }
        blocks.add(divider());
        if (!aids.isEmpty()) {
            blocks.add(note("Job aids:"));
            blocks.add(actions(aids));
        }
        blocks.addAll(helped(question, judged));
        return SlackMessage.of(blocks);
    }

    private static List<BlockElement> buttons(Found card, CardRef place, int number, Learner learner) {
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(button("Read the card", CARD + ":" + number, CardValue.of(place)));
        if (!card.objective().lesson().sources().isEmpty()) {
            buttons.add(button("Sources", SOURCES + ":" + number, CardValue.of(place)));
        }
        String course = card.course().id();
        boolean theirs =
                learner.course(course).isPresent() || learner.completion(course).isPresent();
        if (!theirs) {
            buttons.add(button("Add to my plan", "enroll:found-" + number, course));
        }
        return buttons;
    }

    /** Marks every line of the card's text as a quotation. */
    private static String quoted(Quote quote) {
        String words = String.join(" – ", quote.parts().stream().map(Mrkdwn::of).toList());
        return "> " + words.strip().replace("\n", "\n> ");
    }

    private static List<LayoutBlock> helped(String question, Optional<Boolean> judged) {
        if (judged.isPresent()) {
            return judged.get()
                    ? List.of(note("You said this helped. Thanks!"))
                    : List.of(
                            note("You said this didn’t help. The authors will see your question, without your name."),
                            actions(button("Ask the program team", FORM, question)));
        }
        return List.of(
                note("Did this help?"),
                actions(button("Yes", HELPED + ":yes", question), button("No", HELPED + ":no", question)));
    }

    static SlackMessage notFound(String question, List<CardRef> nearest, Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(
                "*I couldn’t find an answer in the lessons:* “" + Mrkdwn.escape(Blocks.cut(question, SHOWN)) + "”"));
        List<BlockElement> topics = new ArrayList<>();
        for (CardRef place : nearest) {
            Found.of(program, place)
                    .ifPresent(card ->
                            topics.add(button(card.card().title(), CARD + ":" + topics.size(), CardValue.of(place))));
        }
        if (!topics.isEmpty()) {
            blocks.add(text("These topics come closest:"));
            blocks.add(actions(topics));
        }
        blocks.add(actions(button("Ask the program team", FORM, question)));
        blocks.add(note("I saved your question for the authors, without your name."));
        return SlackMessage.of(blocks);
    }

    /** Refuses to search the lessons during a check. */
    static SlackMessage checkIsOpen(Course course, Attempt attempt) {
        return SlackMessage.of(
                text("You’re in the middle of a check, so the lessons are closed. Question "
                        + (attempt.position() + 1) + " of " + attempt.items().size() + " in *"
                        + Mrkdwn.escape(course.title()) + "* is waiting for you. Ask me again afterward."),
                actions(primary("Go to the question", "next", course.id())));
    }

    static SlackMessage empty() {
        return SlackMessage.note("Add your question, like `/cert ask What counts as an SAO?`");
    }

    static SlackMessage gone() {
        return SlackMessage.note("That card is no longer in the program. Ask me again.");
    }

    static View card(Found found) {
        return Forms.shown(
                "ask-shown",
                "From the lessons",
                List.of(
                        header(found.card().title()),
                        text(Mrkdwn.of(found.card().body())),
                        note(Mrkdwn.escape(found.course().title() + " · "
                                + found.objective().title()))));
    }

    static View sources(Found found) {
        String links = String.join(
                "\n",
                found.objective().lesson().sources().stream()
                        .map(source -> "• " + Mrkdwn.link(source.url(), source.title())
                                + (source.note().isBlank() ? "" : "\n_" + Mrkdwn.escape(source.note()) + "_"))
                        .toList());
        return Forms.shown(
                "ask-shown",
                "Sources",
                List.of(
                        text("*" + Mrkdwn.escape(found.objective().title()) + "* is based on:"),
                        text(links.isEmpty() ? "No sources are listed." : links)));
    }

    static View team(String question) {
        return Forms.modal(
                        FORM,
                        "Ask the program team",
                        "Send",
                        List.of(Forms.field(
                                TEXT,
                                "Your question",
                                "I’ll post it in the program’s feedback channel, with your name.",
                                false,
                                Forms.text(TEXT, question, true, GiveFeedback.LONGEST - NOT_FOUND_PREFIX.length()))))
                .build();
    }

    static SlackMessage sent() {
        return SlackMessage.note("I’ve sent your question to the program team, with your name.");
    }
}
