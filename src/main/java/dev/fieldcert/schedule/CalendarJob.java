package dev.fieldcert.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz says when, {@link Calendar} does what. */
@DisallowConcurrentExecution
public class CalendarJob implements Job {

    private final Calendar calendar;

    public CalendarJob(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void execute(JobExecutionContext context) {
        calendar.run();
    }
}
