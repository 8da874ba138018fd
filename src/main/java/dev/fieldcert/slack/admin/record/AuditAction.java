package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the audit of a person's record or of the program, newest entry first. */
@Component
@Order(3)
class AuditAction extends AdminAction implements SlackHandler {

    private static final String PROGRAM = "program";
    private static final int PAGE = 10;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AuditTrail audit;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    AuditAction(Parameters parameters, AuditTrail audit, AdminAuthorization authorization, SlackSender slack) {
        super("audit", "Audit log", "who changed what for someone, when, and why", Place.LOOK);
        this.audit = audit;
        this.authorization = authorization;
        this.slack = slack;
        var about = takes(parameters.personOr(PROGRAM));
        homeButton(Place.PROGRAM, "Audit log", PROGRAM);
        does(said -> CommandResult.shown(page(said.get(about), 0)));
    }

    @Override
    public void register(Router router) {
        router.blockAction("audit-page", authorization.click(Rights.ADMIN, this::turn));
    }

    private void turn(BlockAction click) {
        String[] parts = click.value().split("\\|");
        if (parts.length != 2 || !parts[0].matches("program|[UW][A-Z0-9]+") || !parts[1].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("Not a page of the audit");
        }
        SlackMessage page = page(parts[0], Integer.parseInt(parts[1]));
        if (click.viewId() == null) {
            slack.turn(click, page);
        } else {
            slack.updateModal(click.viewId(), AdminForms.shown(label(), parts[0], page));
        }
    }

    private SlackMessage page(String about, int page) {
        List<LearnerEvent.Audited> entries = audit.about(about, page, PAGE);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Audit log"));
        String whom = about.matches("[UW][A-Z0-9]+") ? Mrkdwn.person(about) : "the program";
        if (entries.isEmpty()) {
            blocks.add(text("There are no " + (page == 0 ? "" : "older ") + "entries about " + whom + "."));
        }
        entries.stream().limit(PAGE).forEach(entry -> blocks.add(text(line(entry))));
        List<BlockElement> buttons = new ArrayList<>();
        if (page > 0) {
            buttons.add(button("Newer", "audit-page:newer", about + "|" + (page - 1)));
        }
        if (entries.size() > PAGE) {
            buttons.add(button("Older", "audit-page:older", about + "|" + (page + 1)));
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        blocks.add(note("About " + whom + " · times in UTC · entries never change"));
        return SlackMessage.of(blocks);
    }

    private static String line(LearnerEvent.Audited entry) {
        String by = entry.by().matches("[UW][A-Z0-9]+") ? Mrkdwn.person(entry.by()) : Mrkdwn.escape(entry.by());
        return "*" + MOMENT.format(entry.at()) + "* " + by + ": " + Mrkdwn.named(cut(AuditText.of(entry.what()), 300))
                + (entry.why() == null || entry.why().isBlank()
                        ? ""
                        : "\n_" + Mrkdwn.escape(cut(entry.why(), 500)).replace("_", "\u02CD") + "_");
    }
}
