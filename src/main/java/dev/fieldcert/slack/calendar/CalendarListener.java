package dev.fieldcert.slack.calendar;

import dev.fieldcert.calendar.CalendarDay;
import dev.fieldcert.calendar.CalendarFile;
import dev.fieldcert.calendar.LearnerCalendar;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.webapi.SlackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Handles {@code /cert calendar}: offers due dates and renewals as a file, or at a secret link that calendar programs
 * can subscribe to.
 */
@Component
class CalendarListener implements SlackHandler {

    private final LearnerCalendar calendar;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;
    private final String publicUrl;

    CalendarListener(
            LearnerCalendar calendar, SlackSender slack, SlackFiles files, Clock clock, SlackSettings settings) {
        this.calendar = calendar;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
        this.publicUrl = settings.publicUrl().replaceAll("/+$", "");
    }

    @Override
    public void register(Router router) {
        router.subcommand("calendar", "calendar", "your due dates and renewals in your calendar", this::show);
        router.blockAction(CalendarMessages.LINK, click -> answer(click, calendar.link(click.person())));
        router.blockAction(CalendarMessages.NEW_LINK, click -> answer(click, calendar.renew(click.person())));
        router.blockAction(CalendarMessages.CLOSE, this::close);
        router.blockAction(CalendarMessages.FILE, this::send);
    }

    private void show(TextCommand command) {
        SlackMessage answer = calendar.of(command.person())
                .map(days -> CalendarMessages.offer(days, !publicUrl.isEmpty()))
                .orElseGet(CalendarMessages::nothing);
        slack.reply(command, answer);
    }

    private void answer(BlockAction click, Optional<String> secret) {
        slack.respondEphemeral(
                click,
                secret.map(known -> CalendarMessages.link(publicUrl + "/calendar/" + known + ".ics"))
                        .orElseGet(CalendarMessages::nothing));
    }

    private void close(BlockAction click) {
        calendar.close(click.person());
        slack.respondEphemeral(click, CalendarMessages.closed());
    }

    private void send(BlockAction click) {
        Optional<List<CalendarDay>> days = calendar.of(click.person());
        if (days.isEmpty()) {
            slack.respondEphemeral(click, CalendarMessages.nothing());
            return;
        }
        String file = CalendarFile.of(days.get(), click.person(), clock.instant());
        files.upload(
                slack.dmWith(click.person()),
                "fieldcert.ics",
                "Due dates and renewals",
                file.getBytes(StandardCharsets.UTF_8),
                "Open it to add these dates to your calendar. It won’t update when a date changes.");
    }
}
