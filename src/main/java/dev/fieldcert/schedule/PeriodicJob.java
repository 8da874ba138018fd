package dev.fieldcert.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Fired by Quartz; {@link PeriodicJobs} does the work. */
@DisallowConcurrentExecution
public class PeriodicJob implements Job {

    private final PeriodicJobs calendar;

    public PeriodicJob(PeriodicJobs calendar) {
        this.calendar = calendar;
    }

    @Override
    public void execute(JobExecutionContext context) {
        calendar.run();
    }
}
