package dev.fieldcert.schedule;

import dev.fieldcert.slack.SlackEvents;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Every night: what is kept for a while only is forgotten. */
@DisallowConcurrentExecution
public class HousekeepingJob implements Job {

    private final SlackEvents events;

    public HousekeepingJob(SlackEvents events) {
        this.events = events;
    }

    @Override
    public void execute(JobExecutionContext context) {
        events.forgetOld();
    }
}
