package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.markdown;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.select;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Item;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs and buttons for each kind of question. Options are in the text under a letter, and the buttons carry the
 * letters, so that a long option is not cut on a phone. Everything works by keyboard.
 *
 * @param back whether the learner may go back in a scenario
 */
record QuestionBlocks(String attempt, int index, Attempt.Item item, boolean back)
        implements Question.Cases<List<LayoutBlock>> {

    /** Block id of the text field for a typed answer. */
    static final String WRITTEN = "written";

    static final String TICKED = "ticked";
    /** The choice of the button that submits the ticked key points of a written answer. */
    private static final String CHECKED = "checked";

    static final String LINE = "line-";
    private static final String PICK = "pick";
    private static final int LABEL = 75;

    @Override
    public List<LayoutBlock> singleChoice(SingleChoice question) {
        return choices(question.options(item.seed()));
    }

    private List<LayoutBlock> choices(List<Option> options) {
        StringBuilder lines = new StringBuilder();
        List<ButtonElement> buttons = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String letter = letter(i);
            lines.append('*')
                    .append(letter)
                    .append("*  ")
                    .append(Mrkdwn.line(option.text()))
                    .append('\n');
            buttons.add(answer(i, letter, option.text(), option.id()));
        }
        return List.of(text(lines.toString().strip()), actions(buttons));
    }

    @Override
    public List<LayoutBlock> multipleChoice(MultipleChoice question) {
        List<Option> options = question.options(item.seed());
        boolean shortEnough = options.stream().allMatch(option -> option.text().length() <= LABEL);
        List<LayoutBlock> blocks = new ArrayList<>();
        List<OptionObject> boxes = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
            String words = options.get(i).text();
            lines.append('*')
                    .append(letter(i))
                    .append("*  ")
                    .append(Mrkdwn.line(words))
                    .append('\n');
            boxes.add(option(
                    shortEnough ? words : letter(i) + "  " + words,
                    options.get(i).id()));
        }
        if (!shortEnough) {
            blocks.add(text(lines.toString().strip()));
        }
        blocks.add(ActionsBlock.builder()
                .blockId(TICKED)
                .elements(List.of(CheckboxesElement.builder()
                        .actionId(PICK + ":" + TICKED)
                        .options(boxes)
                        .build()))
                .build());
        blocks.add(send(
                question.saysHowMany()
                        ? "Choose " + question.howMany() + ", then send."
                        : "Choose all that apply, then send."));
        blocks.add(actions(submit()));
        return blocks;
    }

    @Override
    public List<LayoutBlock> trueFalse(TrueFalse question) {
        return List.of(
                text("True or false?"),
                actions(answer(0, "True", "True", "true"), answer(1, "False", "False", "false")));
    }

    @Override
    public List<LayoutBlock> matching(Matching question) {
        return lines(question.left(), question.targets(item.seed()), "Choose a match");
    }

    @Override
    public List<LayoutBlock> sorting(Sorting question) {
        return lines(question.items(item.seed()), question.categories(), "Choose");
    }

    private List<LayoutBlock> lines(List<Item> lines, List<Item> targets, String placeholder) {
        List<OptionObject> options = targets.stream()
                .map(target -> option(target.text(), target.id()))
                .toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        for (Item line : lines) {
            blocks.add(SectionBlock.builder()
                    .blockId(LINE + line.id())
                    .text(markdown(Mrkdwn.line(line.text())))
                    .accessory(select(placeholder, PICK + ":" + line.id(), options))
                    .build());
        }
        blocks.add(actions(submit()));
        return blocks;
    }

    @Override
    public List<LayoutBlock> ordering(Ordering question) {
        List<Item> shown = question.shown(item.seed());
        List<Item> places = new ArrayList<>();
        for (int place = 1; place <= shown.size(); place++) {
            places.add(new Item(String.valueOf(place), ordinal(place)));
        }
        return lines(shown, places, "Place");
    }

    @Override
    public List<LayoutBlock> numeric(Numeric question) {
        return written("Your answer", "for example " + example(question.as()));
    }

    private static String example(Measure as) {
        switch (as) {
            case MONEY:
                return "1,200,000 or 1.2M";
            case PERCENT:
                return "12.5%";
            case RATIO:
                return "3.5x";
            default:
                return "1,200";
        }
    }

    @Override
    public List<LayoutBlock> shortAnswer(ShortAnswer question) {
        return written("Your answer", "a word or two");
    }

    private List<LayoutBlock> written(String label, String example) {
        return List.of(
                InputBlock.builder()
                        .blockId(WRITTEN)
                        .label(plain(label))
                        .element(PlainTextInputElement.builder()
                                .actionId(PICK + ":" + WRITTEN)
                                .placeholder(plain(example))
                                .maxLength(ShortAnswer.LONGEST)
                                .build())
                        .build(),
                actions(submit()));
    }

    /**
     * Shows a text field first; once the text is submitted, shows it next to a model answer, with key points to tick.
     */
    @Override
    public List<LayoutBlock> written(Written question) {
        if (!(item.given().orElse(null) instanceof Answer.Written draft)) {
            return List.of(
                    InputBlock.builder()
                            .blockId(WRITTEN)
                            .label(plain("Your answer"))
                            .hint(plain("A few sentences. Next, you’ll see a model answer to compare yours with."))
                            .element(PlainTextInputElement.builder()
                                    .actionId(PICK + ":" + WRITTEN)
                                    .multiline(true)
                                    .maxLength(Written.LONGEST)
                                    .build())
                            .build(),
                    actions(primary(
                            "Compare", AnswerButton.action(0), new AnswerButton(attempt, index, "").toValue())));
        }
        List<OptionObject> boxes = question.points().stream()
                .map(point -> OptionObject.builder()
                        .text(markdown(Mrkdwn.of(point.text())))
                        .value(point.id())
                        .build())
                .toList();
        return List.of(
                text("*Yours:* " + Mrkdwn.escape(draft.text())),
                text("*One way to say it:* " + Mrkdwn.of(question.modelAnswer())),
                text("*Which of these did you include?*"),
                ActionsBlock.builder()
                        .blockId(TICKED)
                        .elements(List.of(CheckboxesElement.builder()
                                .actionId(PICK + ":" + TICKED)
                                .options(boxes)
                                .build()))
                        .build(),
                actions(primary("Done", AnswerButton.action(0), new AnswerButton(attempt, index, CHECKED).toValue())));
    }

    @Override
    public List<LayoutBlock> scenario(Scenario question) {
        Answer.Walked soFar = walked();
        Scenario.Scene scene = question.scene(soFar).orElseThrow();
        List<Scenario.Choice> choices = question.choices(scene, item.seed());
        List<LayoutBlock> blocks = new ArrayList<>();
        question.consequence(soFar)
                .ifPresent(consequence -> blocks.add(text("_What happened:_ " + Mrkdwn.of(consequence))));
        StringBuilder lines = new StringBuilder(Mrkdwn.of(scene.text())).append("\n\n");
        List<ButtonElement> buttons = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Scenario.Choice choice = choices.get(i);
            lines.append('*')
                    .append(letter(i))
                    .append("*  ")
                    .append(Mrkdwn.line(choice.text()))
                    .append('\n');
            buttons.add(answer(i, letter(i), choice.text(), way(soFar, choice.id())));
        }
        if (back && !soFar.choices().isEmpty()) {
            List<String> before = soFar.choices().subList(0, soFar.choices().size() - 1);
            buttons.add(Blocks.button(
                    "Back",
                    AnswerButton.action(choices.size()),
                    new AnswerButton(attempt, index, "<" + String.join(".", before)).toValue()));
        }
        blocks.add(text(lines.toString().strip()));
        blocks.add(actions(buttons));
        return blocks;
    }

    private Answer.Walked walked() {
        return item.given().map(given -> (Answer.Walked) given).orElse(new Answer.Walked(List.of()));
    }

    private static String way(Answer.Walked soFar, String next) {
        List<String> way = new ArrayList<>(soFar.choices());
        way.add(next);
        return String.join(".", way);
    }

    private ButtonElement answer(int position, String label, String meaning, String choice) {
        String aloud = label.equals(meaning) ? meaning : label + ": " + meaning;
        return Blocks.lettered(
                label, aloud, AnswerButton.action(position), new AnswerButton(attempt, index, choice).toValue());
    }

    private ButtonElement submit() {
        return primary("Send answer", AnswerButton.action(0), new AnswerButton(attempt, index, "").toValue());
    }

    private static LayoutBlock send(String hint) {
        return Blocks.note(hint);
    }

    static String letter(int position) {
        return String.valueOf((char) ('A' + position));
    }

    private static String ordinal(int place) {
        switch (place) {
            case 1:
                return "1st";
            case 2:
                return "2nd";
            case 3:
                return "3rd";
            default:
                return place + "th";
        }
    }
}
