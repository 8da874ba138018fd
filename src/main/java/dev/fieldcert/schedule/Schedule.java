package dev.fieldcert.schedule;

import dev.fieldcert.slack.admin.enroll.RosterSettings;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The jobs' triggers. Missed runs are not made up one by one, because work that is due stays due until the next run.
 */
@Configuration(proxyBeanMethods = false)
class Schedule {

    @Bean
    JobDetail tickJob() {
        return JobBuilder.newJob(TickJob.class)
                .withIdentity("tick")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger everyFewSeconds(JobDetail tickJob, ScheduleSettings settings) {
        return TriggerBuilder.newTrigger()
                .forJob(tickJob)
                .withIdentity("every-few-seconds")
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(settings.tick().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    @Bean
    JobDetail calendarJob() {
        return JobBuilder.newJob(PeriodicJob.class)
                .withIdentity("calendar")
                .storeDurably()
                .build();
    }

    /**
     * Runs every ten minutes, because the weekly digest is due on Monday morning in each recipient's time zone. A missed
     * run starts as soon as possible.
     */
    @Bean
    Trigger everyTenMinutes(JobDetail calendarJob) {
        return TriggerBuilder.newTrigger()
                .forJob(calendarJob)
                .withIdentity("every-ten-minutes")
                .withSchedule(CronScheduleBuilder.cronSchedule("0 0/10 * * * ?")
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    @Bean
    JobDetail rosterJob() {
        return JobBuilder.newJob(RosterJob.class)
                .withIdentity("roster")
                .storeDurably()
                .build();
    }

    /** Runs even without a roster; the job then only applies the enrollment rules. */
    @Bean
    Trigger asOftenAsTheRosterIsRead(JobDetail rosterJob, RosterSettings settings) {
        return TriggerBuilder.newTrigger()
                .forJob(rosterJob)
                .withIdentity("as-often-as-the-roster-is-read")
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(settings.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    @Bean
    JobDetail housekeepingJob() {
        return JobBuilder.newJob(HousekeepingJob.class)
                .withIdentity("housekeeping")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger nightly(JobDetail housekeepingJob) {
        return TriggerBuilder.newTrigger()
                .forJob(housekeepingJob)
                .withIdentity("nightly")
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 15)
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
    }
}
