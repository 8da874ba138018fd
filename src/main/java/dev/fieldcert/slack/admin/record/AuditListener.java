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
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
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

/** {@code /cert-admin audit @user}: what others changed in somebody's record, the newest first. */
@Component
@Order(3)
class AuditListener implements SlackHandler, RecordLook {

    private static final String USAGE = "audit @user|program";
    private static final String PROGRAM = "program";
    private static final int PAGE = 10;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AuditTrail audit;
    private final RecipientResolver recipientResolver;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    AuditListener(AuditTrail audit, RecipientResolver recipientResolver, AdminAuthorization gate, SlackSender slack) {
        this.audit = audit;
        this.recipientResolver = recipientResolver;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand("audit", USAGE, "who changed what for somebody, when and why", gate.word(this::audit));
        router.blockAction("audit-program", gate.click(click -> slack.respondEphemeral(click, page(PROGRAM, 0))));
        router.blockAction("audit-page", gate.click(this::turn));
    }

    private void audit(TextCommand command) {
        boolean program = command.words().strip().toLowerCase(Locale.ROOT).equals(PROGRAM);
        String about = program
                ? PROGRAM
                : recipientResolver.onePerson(Mention.leading(command.words()).mentions(), USAGE);
        slack.reply(command, page(about, 0));
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
            slack.updateModal(click.viewId(), RecordForms.shown(label(), parts[0], page));
        }
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String label() {
        return "What others changed";
    }

    @Override
    public SlackMessage look(String person) {
        return page(person, 0);
    }

    private SlackMessage page(String about, int page) {
        List<LearnerEvent.Audited> entries = audit.about(about, page, PAGE);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("What others changed"));
        String whom = about.matches("[UW][A-Z0-9]+") ? Mrkdwn.person(about) : "the program";
        if (entries.isEmpty()) {
            blocks.add(text("Nothing is noted about " + whom + (page == 0 ? "." : " beyond this page.")));
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
        blocks.add(note("About " + whom + " · times in UTC · nothing here is ever altered."));
        return SlackMessage.of(blocks);
    }

    private static String line(LearnerEvent.Audited entry) {
        String by = entry.by().matches("[UW][A-Z0-9]+") ? Mrkdwn.person(entry.by()) : Mrkdwn.escape(entry.by());
        return "*" + MOMENT.format(entry.at()) + "* " + by + ": " + Mrkdwn.escape(cut(entry.what(), 300))
                + (entry.why() == null || entry.why().isBlank()
                        ? ""
                        : "\n_" + Mrkdwn.escape(cut(entry.why(), 500)).replace("_", "\u02CD") + "_");
    }
}
