package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.work.Canceled;
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

/** Enrolls many people, one after another. People who are already enrolled are left unchanged. */
@Component
public class EnrollMany {

    private static final Logger LOG = LoggerFactory.getLogger(EnrollMany.class);
    private static final int READ_AT_ONCE = 200;

    private final RecipientResolver recipients;
    private final EnrollLearner enrollLearner;
    private final Learners learners;
    private final OutboxRelay delivery;

    EnrollMany(RecipientResolver recipients, EnrollLearner enrollLearner, Learners learners, OutboxRelay delivery) {
        this.recipients = recipients;
        this.enrollLearner = enrollLearner;
        this.learners = learners;
        this.delivery = delivery;
    }

    /** The enrollments to make. {@code due} is null for no due date. */
    public record Order(Collection<String> people, String target, LocalDate due, String by) {}

    /** Determines what {@link #enroll} would do; changes nothing. */
    public Tally check(Order order, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        List<KnownPerson> usable = new ArrayList<>();
        Tally tally = look(order, patience, step, canceled, (person, found) -> usable.add(person));
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
            if (enrollLearner.isNewTo(learner, target)) {
                enrolled(person, tally);
            } else {
                tally.already.add(person.id());
            }
        }
    }

    Tally enroll(Order order, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        return look(order, patience, step, canceled, (person, tally) -> enroll(person, order, tally));
    }

    /** @param commandResult receives every person with an active account */
    private Tally look(
            Order order,
            CallPolicy patience,
            Runnable step,
            BooleanSupplier canceled,
            BiConsumer<KnownPerson, Tally> commandResult) {
        Tally tally = new Tally();
        try {
            recipients.look(
                    order.people(),
                    patience,
                    person -> {
                        if (canceled.getAsBoolean()) {
                            throw new Canceled();
                        }
                        if (person.bot()) {
                            tally.bots.add(person.id());
                        } else if (recipients.isOfAnotherCompany(person)) {
                            tally.strangers.add(person.id());
                        } else if (person.profile().deactivated()) {
                            tally.deactivated.add(person.id());
                        } else {
                            commandResult.accept(person, tally);
                        }
                        step.run();
                    },
                    tally.unknown::add);
        } catch (Canceled leavingOff) {
            tally.canceled = true;
        }
        return tally;
    }

    /**
     * Enrolls one person. A database failure does not stop the others; running the order again picks this person up.
     */
    private void enroll(KnownPerson person, Order order, Tally tally) {
        String id = person.id();
        Learners.Changed<EnrollLearner.Outcome> enrolled;
        try {
            enrolled = enrollLearner.enroll(id, person.profile(), order.target(), order.by(), order.due());
        } catch (DataAccessException failure) {
            LOG.warn("Person not enrolled person={}", id, failure);
            tally.failed.add(id);
            return;
        }
        if (enrolled.result() instanceof EnrollLearner.Outcome.AlreadyEnrolled) {
            tally.already.add(id);
            return;
        }
        if (!(enrolled.result() instanceof EnrollLearner.Outcome.Enrolled)) {
            throw new CommandException("The program has changed: you can no longer enroll anyone in "
                    + Sentences.quoted(order.target()) + ".");
        }
        enrolled(person, tally);
        welcome(enrolled);
    }

    private void welcome(Learners.Changed<?> enrolled) {
        try {
            delivery.deliver(enrolled);
        } catch (DataAccessException stillQueued) {
            LOG.warn("Welcome not said yet person={}", enrolled.learner().id(), stillQueued);
        }
    }

    private static void enrolled(KnownPerson person, Tally tally) {
        tally.enrolled.add(person.id());
        if (person.profile().guest()) {
            tally.guests.add(person.id());
        }
    }
}
