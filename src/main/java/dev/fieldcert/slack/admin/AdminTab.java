package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.RoundUp;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.home.HomeTab;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Crowds crowds;
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
            Crowds crowds,
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
        this.crowds = crowds;
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
                "enrol-open",
                gate.click(click -> slack.openModal(click.triggerId(), AdminMessages.enrolForm(programmes.current()))));
        routes.form(AdminMessages.ENROL_FORM, gate.form(this::enrol));
    }

    private FormReply enrol(Form form) {
        List<String> chosen = form.all(AdminMessages.PEOPLE);
        Optional<String> channel = form.input(AdminMessages.CHANNEL);
        String target = form.input(AdminMessages.TARGET).orElse("");
        if (chosen.isEmpty() && channel.isEmpty()) {
            return FormReply.error(AdminMessages.PEOPLE, "Choose somebody, or a channel.");
        }
        if (!RosterCheck.isOpen(programmes.current(), target)) {
            return FormReply.error(AdminMessages.TARGET, "Nobody can be enrolled in that now.");
        }
        Optional<LocalDate> due;
        try {
            due = form.input(AdminMessages.DUE).map(day -> Due.read(day, clock.instant()));
        } catch (NotUnderstood notUnderstood) {
            return FormReply.error(AdminMessages.DUE, FieldWords.of(notUnderstood.getMessage(), person -> ""));
        }
        String title = Sentences.title(programmes.current(), target);
        String whom = channel.isPresent() ? "a channel" : Sentences.people(chosen.size());
        return FormReply.done(() -> longWork.start(form.person(), "Enrolling " + whom + " in " + title, progress -> {
            Set<String> people = new LinkedHashSet<>(chosen);
            try {
                channel.ifPresent(
                        id -> people.addAll(progress.wait(() -> crowds.membersOfChannel(id, "that channel"))));
            } catch (NotUnderstood notUnderstood) {
                return SlackMessage.note(notUnderstood.getMessage());
            }
            progress.of(people.size());
            var order = new EnrolMany.Order(people, target, due.orElse(null), form.person());
            Tally tally = enrolMany.enrol(order, progress, progress::step, progress::isCancelled);
            return EnrolMessages.enrolled(tally, title, order.due());
        }));
    }
}
