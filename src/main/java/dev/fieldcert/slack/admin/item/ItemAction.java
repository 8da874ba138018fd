package dev.fieldcert.slack.admin.item;

import dev.fieldcert.learner.item.DecideItem;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.learner.item.ItemReports;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.TextParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows one question: what was reported and decided about it, with buttons to decide. */
@Component
@Order(45)
class ItemAction extends AdminAction {

    private static final int LONGEST = 161;

    ItemAction(DecideItem decideItem, ItemReports reports, ItemDecisions decisions) {
        super("item", "One question", "a question and its reports, with buttons to decide about it", Place.QUESTIONS);
        submit("Show");
        var item = takes(TextParameter.textOrNone(
                "item",
                "<course>/<question>",
                "Course and question, like forecasting/quota-gap-c3",
                LONGEST,
                before -> null));
        does(said -> said.find(item)
                .flatMap(ItemRef::read)
                .flatMap(ref -> decideItem
                        .find(ref.course(), ref.question())
                        .map(found -> CommandResult.shown(ItemMessages.page(
                                ref,
                                found,
                                reports.about(ref.course(), ref.question()),
                                decisions.about(ref.course(), ref.question())))))
                .orElseGet(() -> CommandResult.refused(ItemMessages.noSuchQuestion())));
    }
}
