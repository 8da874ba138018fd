package dev.fieldcert.slack.admin;

import com.slack.api.model.User;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.People;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Enrols a crowd, one person after another; whoever is in already is left as they are. */
@Component
class EnrolMany {

    private final Crowds crowds;
    private final EnrolLearner enrolLearner;
    private final OwedDelivery delivery;

    EnrolMany(Crowds crowds, EnrolLearner enrolLearner, OwedDelivery delivery) {
        this.crowds = crowds;
        this.enrolLearner = enrolLearner;
        this.delivery = delivery;
    }

    /** What is to be done. */
    record Order(Collection<String> people, String target, LocalDate due, String by) {}

    Tally enrol(Order order, Crowds.Patience patience, Runnable step, BooleanSupplier cancelled) {
        Tally tally = new Tally();
        crowds.look(
                order.people(),
                patience,
                user -> {
                    if (cancelled.getAsBoolean()) {
                        tally.cancelled = true;
                        return;
                    }
                    enrol(user, order, tally);
                    step.run();
                },
                tally.unknown::add);
        return tally;
    }

    private void enrol(User user, Order order, Tally tally) {
        String id = user.getId();
        if (user.isBot() || id.equals("USLACKBOT")) {
            tally.bots.add(id);
            return;
        }
        if (user.isDeleted()) {
            tally.deactivated.add(id);
            return;
        }
        var enrolled = enrolLearner.enrol(id, People.read(user), order.target(), order.by(), order.due());
        if (enrolled.result() instanceof EnrolLearner.Outcome.AlreadyEnrolled) {
            tally.already.add(id);
            return;
        }
        if (!(enrolled.result() instanceof EnrolLearner.Outcome.Enrolled)) {
            throw new NotUnderstood("The programme changed meanwhile: " + Sentences.quoted(order.target())
                    + " can't be enrolled in any more.");
        }
        tally.enrolled.add(id);
        if (user.isRestricted() || user.isUltraRestricted()) {
            tally.guests.add(id);
        }
        delivery.deliver(enrolled);
    }
}
