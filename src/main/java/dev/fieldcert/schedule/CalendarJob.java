package dev.fieldcert.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What is by calendar: digests, renewals, reminders of reviews, the round-up. */
@DisallowConcurrentExecution
public class CalendarJob implements Job {

    private final Tick tick;

    public CalendarJob(Tick tick) {
        this.tick = tick;
    }

    @Override
    public void execute(JobExecutionContext context) {
        tick.runCalendar();
    }
}
