package dev.fieldcert.conversation;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.store.OtherServer;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.schedule.PeriodicJobs;
import dev.fieldcert.schedule.Tick;
import dev.fieldcert.slack.admin.roster.RosterFeed;
import dev.fieldcert.slack.blockkit.SlackLimits;
import dev.fieldcert.slack.inbound.SlackEvents;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The whole bot for conversation tests: started once, on an in-memory store, against its own workspace, with a clock that
 * is moved. Each test begins with no learners; people are hired anew, so nobody has a past.
 */
public final class FieldCert implements BeforeEachCallback, AfterAllCallback {

    public static final String MONDAY_MORNING = "2026-11-02T09:00:00Z";

    private static FieldCert running;
    private static FieldCert small;

    private final SettableClock clock = new SettableClock(MONDAY_MORNING);
    private LocalWorkspace workspace;
    private ConfigurableApplicationContext context;
    private final Path roster = temporaryFolder().resolve("roster.csv");
    private int hired;
    /** What to stop when the class is done; null for a bot that others use as well. */
    private Runnable end;

    /** The one bot of this test run. */
    public static synchronized FieldCert start() {
        if (running == null) {
            running = new FieldCert();
            running.boot("");
        }
        return running;
    }

    /** A second bot, which teaches {@link SmallProgram}. */
    public static synchronized FieldCert teachingTheSmallProgram() {
        if (small == null) {
            small = new FieldCert();
            small.boot(SmallProgram.folder().toString());
        }
        return small;
    }

    /** A bot for one class alone, whose workspace may grow as large as it likes; gone when the class is done. */
    public static FieldCert onItsOwn() {
        FieldCert own = new FieldCert();
        own.end = own.boot("");
        return own;
    }

    /**
     * A bot for one class alone.
     *
     * @param settings beside the usual ones
     */
    public static FieldCert with(Map<String, String> settings) {
        FieldCert own = new FieldCert();
        own.end = own.boot("", settings);
        return own;
    }

    private FieldCert() {}

    /**
     * @param curriculum a program's folder; empty for the built-in one
     * @return stops it; otherwise it is stopped with the tests
     */
    private Runnable boot(String curriculum) {
        return boot(curriculum, Map.of());
    }

    private Runnable boot(String curriculum, Map<String, String> more) {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        workspace = LocalWorkspace.start(Settings.inMemory(clock));
        workspace.channel("field-certification").invitesTheBot();
        workspace.channel("field-feedback").invitesTheBot();
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put(
                "spring.mongodb.uri", OtherServer.database("fieldcert_test").orElseGet(() -> mongo.uri("fieldcert")));
        settings.put("spring.quartz.auto-startup", "false");
        settings.put("fieldcert.slack.bot-token", workspace.settings().botToken());
        settings.put("fieldcert.slack.signing-secret", workspace.settings().signingSecret());
        settings.put("fieldcert.slack.api-url", workspace.apiUrl());
        settings.put("fieldcert.slack.feedback-channel", "field-feedback");
        settings.put("fieldcert.program.folder", curriculum);
        settings.put("fieldcert.roster.location", roster.toString());
        settings.put("fieldcert.workflow-steps.on", "true");
        settings.put("fieldcert.local.data", temporaryFolder().toString());
        settings.putAll(more);
        context = new SpringApplicationBuilder(FieldCertApplication.class)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        workspace.deliverTo(URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/slack/events"));
        Thread atTheEnd = new Thread(() -> {
            context.close();
            workspace.close();
            mongo.close();
        });
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        return () -> {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
            atTheEnd.run();
        };
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (end != null) {
            end.run();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fieldcert-test");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        settle();
        MongoTemplate mongo = bean(MongoTemplate.class);
        for (String collection : mongo.getCollectionNames()) {
            if (!collection.equals("program_versions")) {
                mongo.getCollection(collection).deleteMany(new org.bson.Document());
            }
        }
        bean(ItemDecisions.class).follow();
        workspace.faults().clear();
        SlackLimits.forget(context);
        workspace.forgetCalls();
        clock.moveTo(MONDAY_MORNING);
    }

    public Person hires(String name) {
        return hires(PersonSpec.named(name));
    }

    /** A new person with this name, who has never talked to the bot. */
    public Person hires(PersonSpec spec) {
        hired++;
        String handle = spec.name() + hired;
        PersonSpec unique = new PersonSpec(
                Optional.empty(),
                handle,
                spec.realName(),
                handle + "@example.com",
                spec.zone(),
                spec.title(),
                spec.admin(),
                spec.restricted());
        return new Person(workspace, workspace.hires(unique), this::settle);
    }

    public Scholar scholar(String name) {
        return scholar(hires(name));
    }

    public Scholar scholar(Person person) {
        return new Scholar(new AnswerKey(programs(), bean(Learners.class)), person);
    }

    public LocalWorkspace workspace() {
        return workspace;
    }

    public SettableClock clock() {
        return clock;
    }

    /** What Quartz would do every few seconds. */
    public void tick() {
        bean(Tick.class).run();
        settle();
    }

    /** What Quartz would do every ten minutes. */
    public void calendar() {
        bean(PeriodicJobs.class).run();
        tick();
    }

    /** The personnel system writes this list, and the bot reads it. */
    public void hasTheRoster(byte[] list) {
        try {
            Files.write(roster, list);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        bean(RosterFeed.class).read();
        tick();
    }

    public void hasTheRoster(String list) {
        hasTheRoster(list.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public void later(Duration by) {
        clock.advance(by);
        tick();
    }

    public Learner learner(Person person) {
        return bean(Learners.class).find(person.id()).orElseThrow();
    }

    public Programs programs() {
        return bean(Programs.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the team channel has about a person. */
    public List<String> announcementsAbout(Person person) {
        return workspace.channel("field-certification").messages().stream()
                .map(message -> message.get("text").getAsString())
                .filter(text -> text.contains(person.id()))
                .toList();
    }

    /** Waits until everything the bot accepted is worked off. */
    public void settle() {
        if (!bean(SlackEvents.class).awaitIdle(Duration.ofSeconds(20))) {
            throw new AssertionError("The bot is still working after 20 seconds");
        }
    }
}
