package dev.fieldcert.schedule;

import dev.fieldcert.slack.admin.roster.RosterFeed;
import dev.fieldcert.slack.admin.rules.EnrollmentRules;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads the roster, if there is one, and applies the enrollment rules to people whose arrival was missed. */
@DisallowConcurrentExecution
public class RosterJob implements Job {

    private final JobStep part;
    private final RosterFeed feed;
    private final EnrollmentRules rules;

    public RosterJob(JobStep part, RosterFeed feed, EnrollmentRules rules) {
        this.part = part;
        this.feed = feed;
        this.rules = rules;
    }

    @Override
    public void execute(JobExecutionContext context) {
        part.run("roster", feed::read);
        part.run("rules", rules::catchUp);
    }
}
