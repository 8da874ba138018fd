package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Channels;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.HelpMessages;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.RoundUp;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.home.HomeTab;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The admin's tab in Home: the same as the commands, by buttons and forms. */
@Component
class AdminTab implements HomeTab, Conversation {

    private static final int PLACE = 3;
    private static final int REQUESTS = 20;

    private final Programmes programmes;
    private final Learners learners;
    private final ErasureRequests requests;
    private final RoundUp roundUp;
    private final Channels channels;
    private final EnrolMany enrolMany;
    private final LongWork longWork;
    private final People people;
    private final AdminGate gate;
    private final SlackSender slack;
    private final Clock clock;

    AdminTab(
            Programmes programmes,
            Learners learners,
            ErasureRequests requests,
            RoundUp roundUp,
            Channels channels,
            EnrolMany enrolMany,
            LongWork longWork,
            People people,
            AdminGate gate,
            SlackSender slack,
            Clock clock) {
        this.programmes = programmes;
        this.learners = learners;
        this.requests = requests;
        this.roundUp = roundUp;
        this.channels = channels;
        this.enrolMany = enrolMany;
        this.longWork = longWork;
        this.people = people;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String id() {
        return "admin";
    }

    @Override
    public String label() {
        return "Admin";
    }

    @Override
    public boolean isFor(String person) {
        return people.isAdmin(person);
    }

    @Override
    public List<LayoutBlock> blocks(Looking looking) {
        return AdminMessages.homeBlocks(
                programmes.current(), learners.count(), requests.open(REQUESTS).size(), roundUp.isQuiet());
    }

    @Override
    public void routes(Routes routes) {
        routes.click(
                "channels-open",
                gate.click(
                        click -> slack.whisper(click, ChannelMessages.chosen(channels.chosen(), roundUp.isQuiet()))));
        routes.click(
                "admin-help",
                gate.click(click -> slack.whisper(click, HelpMessages.help("/cert-admin", routes.adminWords()))));
        routes.click(
                "enrol-open",
                gate.click(click -> slack.openModal(click.triggerId(), AdminMessages.enrolForm(programmes.current()))));
        routes.form(AdminMessages.ENROL_FORM, gate.form(this::enrol));
    }

    private FormReply enrol(Form form) {
        List<String> chosen = form.all(AdminMessages.PEOPLE);
        String target = form.input(AdminMessages.TARGET).orElse("");
        if (chosen.isEmpty()) {
            return FormReply.error(AdminMessages.PEOPLE, "Choose somebody.");
        }
        if (!RosterCheck.isOpen(programmes.current(), target)) {
            return FormReply.error(AdminMessages.TARGET, "Nobody can be enrolled in that now.");
        }
        Optional<LocalDate> due = form.input(AdminMessages.DUE).map(LocalDate::parse);
        if (due.filter(day ->
                        day.isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
                .isPresent()) {
            return FormReply.error(AdminMessages.DUE, "That day has passed.");
        }
        var order = new EnrolMany.Order(chosen, target, due.orElse(null), form.person());
        String title = Sentences.title(programmes.current(), target);
        return FormReply.done(() -> longWork.start(
                form.person(), "Enrolling " + Sentences.people(chosen.size()) + " in " + title, progress -> {
                    progress.of(chosen.size());
                    Tally tally = enrolMany.enrol(order, progress, progress::step, progress::isCancelled);
                    return EnrolMessages.enrolled(tally, title, order.due());
                }));
    }
}
