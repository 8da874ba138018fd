package dev.fieldcert.slack.team;

import dev.fieldcert.learner.AuditTrail;
import dev.fieldcert.learner.PraiseOrNudge;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamView;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A manager looks at their team, praises and nudges. */
@Component
class TeamListener implements Conversation {

    private final TeamView team;
    private final PraiseOrNudge praiseOrNudge;
    private final AuditTrail audit;
    private final ManagerProfiles profiles;
    private final OwedDelivery delivery;
    private final SlackSender slack;
    private final Clock clock;

    TeamListener(
            TeamView team,
            PraiseOrNudge praiseOrNudge,
            AuditTrail audit,
            ManagerProfiles profiles,
            OwedDelivery delivery,
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
    public void routes(Routes routes) {
        routes.word("team", "team [page]", "for managers: where your team stands", this::show);
        routes.click("team", click -> slack.whisper(click, page(click.person(), 0)));
        routes.click(TeamMessages.PAGE, click -> slack.turn(click, page(click.person(), number(click.value()))));
        routes.click(TeamMessages.DETAIL, this::detail);
        routes.click(TeamMessages.PRAISE, click -> say(PraiseOrNudge.Kind.PRAISE, click));
        routes.click(TeamMessages.NUDGE, click -> say(PraiseOrNudge.Kind.NUDGE, click));
    }

    private void show(Said said) {
        slack.reply(said, page(said.person(), number(said.words()) - 1));
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

    private void detail(Click click) {
        String view = slack.openModalNow(click.triggerId(), TeamMessages.loading());
        Optional<TeamMember> member = team.member(click.person(), click.value());
        if (member.isEmpty()) {
            slack.updateModal(view, TeamMessages.notYours());
            audit.note(click.value(), click.person(), "refused: a look at their progress", "not the manager");
            return;
        }
        slack.updateModal(view, TeamMessages.detail(member.get(), when(click.person())));
    }

    private void say(PraiseOrNudge.Kind kind, Click click) {
        var said = praiseOrNudge.say(kind, click.person(), click.value());
        slack.whisper(click, TeamMessages.said(kind, said.result(), click.value()));
        delivery.deliver(said);
    }
}
