package dev.fieldcert.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Fired by Quartz; {@link Tick} does the work. */
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
