package dev.fieldcert.slack.team;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.contact.PraiseOrNudge;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.ManagerProfiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamView;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets managers view their team, and praise or nudge a member. */
@Component
class TeamListener implements SlackHandler {

    private final TeamView team;
    private final PraiseOrNudge praiseOrNudge;
    private final AuditTrail audit;
    private final ManagerProfiles profiles;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    TeamListener(
            TeamView team,
            PraiseOrNudge praiseOrNudge,
            AuditTrail audit,
            ManagerProfiles profiles,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.team = team;
        this.praiseOrNudge = praiseOrNudge;
        this.audit = audit;
        this.profiles = profiles;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.subcommand("team", "team [page]", "for managers: your team’s progress", this::show);
        router.blockAction("team", click -> slack.respondEphemeral(click, page(click.person(), 0)));
        router.blockAction(TeamMessages.PAGE, click -> slack.turn(click, page(click.person(), number(click.value()))));
        router.blockAction(TeamMessages.DETAIL, this::detail);
        router.blockAction(TeamMessages.PRAISE, click -> ask(PraiseOrNudge.Kind.PRAISE, click));
        router.blockAction(TeamMessages.NUDGE, click -> ask(PraiseOrNudge.Kind.NUDGE, click));
        router.viewSubmission(TeamMessages.PRAISE, form -> say(PraiseOrNudge.Kind.PRAISE, form));
        router.viewSubmission(TeamMessages.NUDGE, form -> say(PraiseOrNudge.Kind.NUDGE, form));
    }

    private void show(TextCommand command) {
        slack.reply(command, page(command.person(), number(command.words()) - 1));
    }

    private SlackMessage page(String manager, int number) {
        return team.isManager(manager)
                ? TeamMessages.page(team.page(manager, number), when(manager))
                : TeamMessages.nobodyReports();
    }

    private When when(String manager) {
        return When.in(profiles.look(manager).map(Managers.Seen::zone).orElse(null), clock.instant());
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private void detail(BlockAction click) {
        String view = slack.openModalNow(click.triggerId(), TeamMessages.loading());
        Optional<TeamMember> member = team.member(click.person(), click.value());
        if (member.isEmpty()) {
            slack.updateModal(view, TeamMessages.notYours());
            audit.note(click.value(), click.person(), AuditedAction.of(AuditedAction.Code.LOOK_REFUSED), "");
            return;
        }
        slack.updateModal(view, TeamMessages.detail(member.get(), when(click.person())));
    }

    private void ask(PraiseOrNudge.Kind kind, BlockAction click) {
        slack.openModal(click.triggerId(), TeamMessages.form(kind, click.value()));
    }

    private SubmissionResponse say(PraiseOrNudge.Kind kind, ViewSubmission form) {
        var command = praiseOrNudge.say(kind, form.person(), form.metadata(), form.input(TeamMessages.WORDS));
        return SubmissionResponse.next(
                TeamMessages.said(kind, command.result(), form.metadata()), () -> delivery.deliver(command));
    }
}
