package dev.fieldcert.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz says when, {@link Tick} does what. */
@DisallowConcurrentExecution
public class TickJob implements Job {

    private final Tick tick;

    public TickJob(Tick tick) {
        this.tick = tick;
    }

    @Override
    public void execute(JobExecutionContext context) {
        tick.run();
    }
}
