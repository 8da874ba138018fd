package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.slack.KnownPeople.KnownPerson;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Patience;
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

    Tally enrol(Order order, Patience patience, Runnable step, BooleanSupplier cancelled) {
        Tally tally = new Tally();
        try {
            crowds.look(
                    order.people(),
                    patience,
                    person -> {
                        if (cancelled.getAsBoolean()) {
                            throw new Cancelled();
                        }
                        enrol(person, order, tally);
                        step.run();
                    },
                    tally.unknown::add);
        } catch (Cancelled leavingOff) {
            tally.cancelled = true;
        }
        return tally;
    }

    private void enrol(KnownPerson person, Order order, Tally tally) {
        String id = person.id();
        if (person.bot()) {
            tally.bots.add(id);
            return;
        }
        if (person.profile().deactivated()) {
            tally.deactivated.add(id);
            return;
        }
        var enrolled = enrolLearner.enrol(id, person.profile(), order.target(), order.by(), order.due());
        if (enrolled.result() instanceof EnrolLearner.Outcome.AlreadyEnrolled) {
            tally.already.add(id);
            return;
        }
        if (!(enrolled.result() instanceof EnrolLearner.Outcome.Enrolled)) {
            throw new NotUnderstood("The programme changed meanwhile: " + Sentences.quoted(order.target())
                    + " can't be enrolled in any more.");
        }
        tally.enrolled.add(id);
        if (person.profile().guest()) {
            tally.guests.add(id);
        }
        delivery.deliver(enrolled);
    }
}
