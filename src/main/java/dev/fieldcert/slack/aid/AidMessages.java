package dev.fieldcert.slack.aid;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.lettered;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.JobAid;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The screens of a job aid. */
final class AidMessages {

    static final String FORM = "aid-numbers";
    private static final int MOST = 40;

    private AidMessages() {}

    /** Lists the program's job aids by course, at most {@link #MOST}. */
    static SlackMessage list(Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Job aids"));
        int number = 0;
        for (Course course : program.courses()) {
            for (JobAid aid : course.aids()) {
                if (number < MOST) {
                    blocks.add(text(
                            "*" + Mrkdwn.escape(aid.title()) + "*\n" + Mrkdwn.escape(aid.use()) + "\n_"
                                    + Mrkdwn.escape(course.title()) + "_",
                            lettered("Send it", "Send: " + aid.title(), "aid:" + number, value(course, aid))));
                    number++;
                }
            }
        }
        blocks.add(
                note(
                        number == 0
                                ? "This program doesn’t have any yet."
                                : "I’ll send it in our DM. To find it again, pin it: open the message’s menu and choose *Pin*."));
        return SlackMessage.of(blocks);
    }

    static String value(Course course, JobAid aid) {
        return course.id() + "|" + aid.id();
    }

    /** One job aid, sent to the reader's DM to keep. */
    static SlackMessage aid(Course course, JobAid aid) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(aid.title()));
        if (aid.isCalculator()) {
            blocks.add(text(Mrkdwn.escape(aid.use())));
            blocks.add(actions(primary("Enter your numbers", FORM, value(course, aid))));
        } else {
            blocks.add(text(Mrkdwn.of(aid.body())));
        }
        blocks.add(note(Mrkdwn.escape(course.title()) + " · pin it to find it again"));
        return SlackMessage.of(blocks);
    }

    static View form(JobAid aid, String value) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(Mrkdwn.escape(aid.use())));
        for (JobAid.Input input : aid.inputs()) {
            String now = input.value().map(input.as()::shown).orElse(null);
            blocks.add(Forms.field(
                    input.name(), input.title(), example(input.as()), false, Forms.text(input.name(), now, false, 40)));
        }
        return Forms.modal(FORM, aid.title(), "Calculate", blocks)
                .privateMetadata(value)
                .build();
    }

    private static String example(Measure as) {
        switch (as) {
            case MONEY:
                return "For example 390k or 1.2M";
            case PERCENT:
                return "For example 25%";
            case RATIO:
                return "For example 3x";
            default:
                return "For example 12";
        }
    }

    /** The result for the numbers that the reader entered. They are stored nowhere but in this message. */
    static SlackMessage result(Course course, JobAid aid, Map<String, BigDecimal> values) {
        String given = String.join(
                " · ",
                aid.inputs().stream()
                        .map(input -> input.title() + " *" + input.as().shown(values.get(input.name())) + "*")
                        .toList());
        return SlackMessage.of(
                header(aid.title()),
                note(given),
                text(Mrkdwn.of(aid.filled(values))),
                actions(button("Other numbers", FORM, value(course, aid))),
                note("I only keep these numbers in this message."));
    }

    static SlackMessage sent(int count) {
        return SlackMessage.note(
                count == 1 ? "It’s in our DM, ready to pin." : count + " job aids are in our DM, ready to pin.");
    }

    static SlackMessage notThere() {
        return SlackMessage.note("That job aid is gone. Type `/cert aids` to see the others.");
    }
}
