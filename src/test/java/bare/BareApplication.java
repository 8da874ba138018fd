package bare;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import java.time.Duration;
import java.util.regex.Pattern;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Acknowledges, stores one document, ticks, and does nothing else. */
@SpringBootApplication(proxyBeanMethods = false)
public class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }

    record Note(@Id String id) {}

    /** Something to store, so that the database is really connected to at the start. */
    @Bean
    App app(MongoTemplate mongo) {
        mongo.save(new Note("started"));
        App app = new App(AppConfig.builder()
                .signingSecret("secret")
                .singleTeamBotToken("xoxb-bare")
                .build());
        app.command(Pattern.compile(".*"), (request, context) -> context.ack());
        app.blockAction(Pattern.compile(".*"), (request, context) -> context.ack());
        return app;
    }

    @Bean
    ServletRegistrationBean<SlackAppServlet> slack(App app) {
        return new ServletRegistrationBean<>(new SlackAppServlet(app), "/slack/events");
    }

    /** Does nothing, every few seconds. */
    public static class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            context.setResult("nothing");
        }
    }

    @Bean
    JobDetail job() {
        return JobBuilder.newJob(Nothing.class)
                .withIdentity("nothing")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger trigger(JobDetail job) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(Duration.ofSeconds(5).toMillis())
                        .repeatForever())
                .build();
    }
}
