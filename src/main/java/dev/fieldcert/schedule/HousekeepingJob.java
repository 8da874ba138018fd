package dev.fieldcert.schedule;

import dev.fieldcert.delivery.Deliveries;
import dev.fieldcert.search.asked.AskedQuestions;
import dev.fieldcert.slack.admin.rights.Erasure;
import dev.fieldcert.slack.inbound.SlackEvents;
import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs every night. Deletes expired data, and the data of people who left long enough ago. */
@DisallowConcurrentExecution
public class HousekeepingJob implements Job {

    private final JobStep part;
    private final SlackEvents events;
    private final Erasure erasure;
    private final AskedQuestions questions;
    private final Deliveries deliveries;
    private final Clock clock;

    public HousekeepingJob(
            JobStep part,
            SlackEvents events,
            Erasure erasure,
            AskedQuestions questions,
            Deliveries deliveries,
            Clock clock) {
        this.part = part;
        this.events = events;
        this.erasure = erasure;
        this.questions = questions;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        part.run("inbox", events::forgetOld);
        part.run("questions", () -> questions.forgetOld(clock.instant()));
        part.run("deliveries", deliveries::forgetOld);
        part.run("retention", () -> erasure.eraseWhatIsOver(clock.instant()));
    }
}
