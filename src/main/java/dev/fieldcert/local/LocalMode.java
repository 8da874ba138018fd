package dev.fieldcert.local;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.settings.TimeTravel;
import dev.fieldcert.schedule.PeriodicJobs;
import dev.fieldcert.schedule.Tick;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts what is not configured: the embedded store if there is no {@code MONGODB_URI}, and the local workspace if
 * there is neither a Slack token nor a signing secret. This is decided at run time, so that the ahead-of-time build
 * does not fix the choice.
 */
public final class LocalMode implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(LocalMode.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // The ahead-of-time build only inspects the context, and must not start anything.
            return;
        }
        List<AutoCloseable> begun = new ArrayList<>();
        try {
            begin(context, begun);
        } catch (RuntimeException failed) {
            // The context has not started, so it would close nothing, and the process would never end.
            Collections.reverse(begun);
            begun.forEach(part -> close(part, failed));
            throw failed;
        }
    }

    private static void close(AutoCloseable part, RuntimeException failed) {
        try {
            part.close();
        } catch (Exception e) {
            failed.addSuppressed(e);
        }
    }

    private static void begin(ConfigurableApplicationContext context, List<AutoCloseable> begun) {
        Environment environment = context.getEnvironment();
        LocalSettings local = LocalSettings.of(environment);
        Path data = local.data();
        prepare(data);
        Map<String, Object> settings = new HashMap<>();
        if (isBlank(environment, "spring.mongodb.uri")) {
            EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"));
            begun.add(mongo);
            closeLast(context, "embeddedMongo", mongo);
            settings.put("spring.mongodb.uri", mongo.uri("fieldcert"));
        }
        if (isBlank(environment, "fieldcert.slack.bot-token")
                && isBlank(environment, "fieldcert.slack.signing-secret")
                && isBlank(environment, "fieldcert.slack.app-token")) {
            startWorkspace(context, environment, local, settings, begun);
        }
        if (!settings.isEmpty()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("local mode", settings));
        }
    }

    /**
     * Creates the data folder early, so that its disk can be monitored from the start. A failure is only logged here;
     * the code that needs the folder reports it.
     */
    private static void prepare(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException notOurs) {
            LOG.warn("Folder not created folder={} reason=\"{}\"", data, notOurs.toString());
        }
    }

    private static boolean isBlank(Environment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }

    private static void startWorkspace(
            ConfigurableApplicationContext context,
            Environment environment,
            LocalSettings local,
            Map<String, Object> settings,
            List<AutoCloseable> begun) {
        MovableClock clock = new MovableClock(local.data());
        context.getBeanFactory().registerSingleton("clock", clock);
        Travel travel = new Travel(clock);
        context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) event -> travel.begins(context));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            if (event.getApplicationContext() == context) {
                travel.ends();
            }
        });
        LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(clock)
                .withPage(COMMANDS, Optional.of(travel))
                .withBotReadyWhen(travel::isPossible)
                .withPort(local.port())
                .withData(local.data().resolve("workspace")));
        begun.add(workspace);
        closeLast(context, "localWorkspace", workspace);
        settings.put("fieldcert.slack.bot-token", workspace.settings().botToken());
        settings.put("fieldcert.slack.signing-secret", workspace.settings().signingSecret());
        settings.put("fieldcert.slack.api-url", workspace.apiUrl());
        if (isBlank(environment, "fieldcert.slack.feedback-channel")) {
            settings.put("fieldcert.slack.feedback-channel", "field-feedback");
        }
        int port = environment.getProperty("server.port", Integer.class, 0);
        if (isBlank(environment, "fieldcert.badges.address") && port != 0) {
            settings.put("fieldcert.badges.address", "http://127.0.0.1:" + port);
        }
        context.addApplicationListener((ApplicationListener<WebServerInitializedEvent>) event -> {
            if (event.getApplicationContext().getServerNamespace() == null) {
                workspace.deliverTo(
                        URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/slack/events"));
            }
        });
        context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>)
                event -> LOG.info("FieldCert is ready. Open {} in a browser.", workspace.base()));
    }

    private static final List<Settings.Command> COMMANDS = List.of(
            new Settings.Command("/cert", "help", "Your certification: status, next, enroll, badges, feedback …"),
            new Settings.Command("/cert-admin", "help", "Run the program (admins)"));

    /**
     * Registers the part to be closed with the context. Singletons are destroyed in reverse order of registration, so
     * this part is closed after every bean.
     */
    private static void closeLast(ConfigurableApplicationContext context, String name, AutoCloseable part) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(name, part);
        beans.registerDisposableBean(name, part::close);
    }

    /**
     * Moves the bot's clock, and runs what has become due. It asks for beans only while the application is ready,
     * because a request during startup would create them before their settings are known.
     */
    private static final class Travel implements TimeTravel {

        private final MovableClock clock;
        private volatile ApplicationContext ready;

        Travel(MovableClock clock) {
            this.clock = clock;
        }

        void begins(ApplicationContext context) {
            ready = context;
        }

        void ends() {
            ready = null;
        }

        boolean isPossible() {
            return ready != null;
        }

        private <T> T bean(Class<T> type) {
            ApplicationContext context = ready;
            if (context == null) {
                throw new IllegalStateException("FieldCert is not ready");
            }
            return context.getBean(type);
        }

        @Override
        public Instant now() {
            return ((Clock) clock).instant();
        }

        @Override
        public void advance(Duration ahead) {
            Tick tick = bean(Tick.class);
            clock.advance(ahead);
            tick.run();
            bean(PeriodicJobs.class).run();
            tick.run();
        }

        @Override
        public Optional<Instant> nextContact() {
            return bean(Learners.class).earliestContact();
        }
    }
}
