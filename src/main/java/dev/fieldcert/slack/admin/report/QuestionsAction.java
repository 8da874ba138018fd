package dev.fieldcert.slack.admin.report;

import dev.fieldcert.search.asked.AskedQuestions;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the learners' questions that the lessons could not answer. */
@Component
@Order(42)
class QuestionsAction extends AdminAction {

    private static final String CSV = "csv";

    private final AskedQuestions asked;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    QuestionsAction(AskedQuestions asked, SlackSender slack, SlackFiles files, Clock clock) {
        super("questions", "Open questions", "what learners asked that the lessons didn’t answer", Place.REPORTS);
        this.asked = asked;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
        isAlsoForAuthors();
        var asFile = takes(Parameter.flag(CSV));
        homeButton(Place.REPORTS, "Open questions", "");
        does(said -> said.get(asFile)
                ? CommandResult.inDm(() -> write(said.by()))
                : CommandResult.shown(QuestionsMessages.open(asked.open())));
    }

    private void write(String person) {
        String day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        files.upload(
                slack.dmWith(person),
                "questions-" + day + ".csv",
                "Open questions " + day,
                QuestionsMessages.csv(asked.open()),
                "One row per question, without names.");
    }
}
