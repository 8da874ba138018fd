package dev.fieldcert.slack.admin.enrol;

import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.KnownPeople.KnownPerson;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Patience;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.NotUnderstood;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.work.Cancelled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Enrols a crowd, one person after another; whoever is in already is left as they are. */
@Component
class EnrolMany {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolMany.class);
    private static final int READ_AT_ONCE = 200;

    private final Crowds crowds;
    private final EnrolLearner enrolLearner;
    private final Learners learners;
    private final OwedDelivery delivery;

    EnrolMany(Crowds crowds, EnrolLearner enrolLearner, Learners learners, OwedDelivery delivery) {
        this.crowds = crowds;
        this.enrolLearner = enrolLearner;
        this.learners = learners;
        this.delivery = delivery;
    }

    /** What is to be done. */
    record Order(Collection<String> people, String target, LocalDate due, String by) {}

    /** What {@link #enrol} would do; changes nothing. */
    Tally check(Order order, Patience patience, Runnable step, BooleanSupplier cancelled) {
        List<KnownPerson> usable = new ArrayList<>();
        Tally tally = look(order, patience, step, cancelled, (person, found) -> usable.add(person));
        for (int from = 0; from < usable.size(); from += READ_AT_ONCE) {
            checkSome(usable.subList(from, Math.min(from + READ_AT_ONCE, usable.size())), order.target(), tally);
        }
        return tally;
    }

    private void checkSome(List<KnownPerson> people, String target, Tally tally) {
        Map<String, Learner> known = learners
                .findAll(people.stream().map(KnownPerson::id).toList())
                .stream()
                .collect(Collectors.toMap(Learner::id, Function.identity()));
        for (KnownPerson person : people) {
            Learner learner = known.getOrDefault(person.id(), new Learner(person.id()));
            if (enrolLearner.isNewTo(learner, target)) {
                enrolled(person, tally);
            } else {
                tally.already.add(person.id());
            }
        }
    }

    Tally enrol(Order order, Patience patience, Runnable step, BooleanSupplier cancelled) {
        return look(order, patience, step, cancelled, (person, tally) -> enrol(person, order, tally));
    }

    /** @param deed for everybody who has an account in use */
    private Tally look(
            Order order,
            Patience patience,
            Runnable step,
            BooleanSupplier cancelled,
            BiConsumer<KnownPerson, Tally> deed) {
        Tally tally = new Tally();
        try {
            crowds.look(
                    order.people(),
                    patience,
                    person -> {
                        if (cancelled.getAsBoolean()) {
                            throw new Cancelled();
                        }
                        if (person.bot()) {
                            tally.bots.add(person.id());
                        } else if (person.profile().deactivated()) {
                            tally.deactivated.add(person.id());
                        } else {
                            deed.accept(person, tally);
                        }
                        step.run();
                    },
                    tally.unknown::add);
        } catch (Cancelled leavingOff) {
            tally.cancelled = true;
        }
        return tally;
    }

    /** One whom it fails for stops no other: doing it again picks them up. */
    private void enrol(KnownPerson person, Order order, Tally tally) {
        String id = person.id();
        Learners.Changed<EnrolLearner.Outcome> enrolled;
        try {
            enrolled = enrolLearner.enrol(id, person.profile(), order.target(), order.by(), order.due());
        } catch (DataAccessException failure) {
            LOG.warn("Person not enrolled person={}", id, failure);
            tally.failed.add(id);
            return;
        }
        if (enrolled.result() instanceof EnrolLearner.Outcome.AlreadyEnrolled) {
            tally.already.add(id);
            return;
        }
        if (!(enrolled.result() instanceof EnrolLearner.Outcome.Enrolled)) {
            throw new NotUnderstood("The programme changed meanwhile: " + Sentences.quoted(order.target())
                    + " can't be enrolled in any more.");
        }
        enrolled(person, tally);
        welcome(enrolled);
    }

    private void welcome(Learners.Changed<?> enrolled) {
        try {
            delivery.deliver(enrolled);
        } catch (DataAccessException stillOwed) {
            LOG.warn("Welcome not said yet person={}", enrolled.learner().id(), stillOwed);
        }
    }

    private static void enrolled(KnownPerson person, Tally tally) {
        tally.enrolled.add(person.id());
        if (person.profile().guest()) {
            tally.guests.add(person.id());
        }
    }
}
