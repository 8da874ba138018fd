package dev.fieldcert.schedule;

import dev.fieldcert.slack.admin.roster.RosterFeed;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads the roster, where there is one. */
@DisallowConcurrentExecution
public class RosterJob implements Job {

    private final JobStep part;
    private final RosterFeed feed;

    public RosterJob(JobStep part, RosterFeed feed) {
        this.part = part;
        this.feed = feed;
    }

    @Override
    public void execute(JobExecutionContext context) {
        part.run("roster", feed::read);
    }
}
