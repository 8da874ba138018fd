package dev.fieldcert.slack.admin.item;

import dev.fieldcert.learner.item.DecideItem;
import dev.fieldcert.learner.item.ItemReports;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.CommandResult;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists the questions that learners have reported and that nobody has decided about since. */
@Component
@Order(46)
class ReportsAction extends AdminAction {

    ReportsAction(DecideItem decideItem, ItemReports reports) {
        super(
                "reports",
                "Reported questions",
                "questions that learners reported, for you to decide about",
                Place.QUESTIONS);
        does(said -> CommandResult.shown(
                ItemMessages.reports(reports.open(), ref -> decideItem.find(ref.course(), ref.question()))));
    }
}
