package dev.fieldcert.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.local.store.OtherServer;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/**
 * Many learners go through courses while everything that can fail fails. In the end nothing may be lost and nothing said
 * twice. Run {@link #main} with {@code --minutes 20 --seed 7 --instances 2}; a run that found something is repeated with
 * its seed.
 */
public final class ChaosSuite {

    /** How long it may take, once all is well, until everything owed is said. */
    private static final Duration TO_GET_QUIET = Duration.ofMinutes(3);

    private static final Duration WORTH_AN_ARCHIVE = Duration.ofMinutes(1);

    /**
     * Lets a crash be recovered from within seconds, in the same proportions as the real settings.
     */
    private static final List<String> IN_A_HURRY =
            List.of("--fieldcert.schedule.tick=500ms", "--fieldcert.outbox.lease=7s", "--fieldcert.slack.timeout=2s");

    private final ChaosPlan plan;
    private final Counts counts = new Counts();
    private final Map<String, MongoClient> clients = new ConcurrentHashMap<>();

    ChaosSuite(ChaosPlan plan) {
        this.plan = plan;
    }

    /** @return what went wrong, and what happened */
    record Result(List<String> violations, Counts counts) {}

    public static void main(String[] args) throws Exception {
        // The driver tells of each absence of the store, at length.
        ((Logger) LoggerFactory.getLogger("org.mongodb.driver")).setLevel(Level.ERROR);
        long began = System.nanoTime();
        ChaosPlan plan = ChaosPlan.of(args);
        Result result = new ChaosSuite(plan).run();
        long minutes = Duration.ofNanos(System.nanoTime() - began).toMinutes();
        System.out.printf("%n%s%ntook %d minutes in all%n%s", plan, minutes, result.counts());
        result.violations().stream().limit(60).forEach(System.out::println);
        System.out.printf("%d violations%n", result.violations().size());
        System.exit(result.violations().isEmpty() ? 0 : 1);
    }

    Result run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fieldcert-chaos");
        System.out.println("What the processes say is in " + folder);
        Settings settings = Settings.inMemory(Clock.systemUTC())
                .withEchoOfOwnMessages(false)
                .withRetryTimer(ChaosSuite::sooner);
        Optional<Jvm> store = Optional.empty();
        List<BotProcess> bots = new ArrayList<>();
        try (LocalWorkspace workspace = LocalWorkspace.start(settings);
                OtherSystems others = new OtherSystems(counts, plan.seed())) {
            Channel team = workspace.channel("field-certification").invitesTheBot();
            Channel feedback = workspace.channel("field-feedback").invitesTheBot();
            String uri = null;
            Optional<String> other = OtherServer.database("fieldcert_chaos");
            if (other.isPresent() && !plan.ownStore()) {
                uri = other.get();
            } else if (!plan.ownStore()) {
                var at = new java.util.concurrent.CompletableFuture<String>();
                store = Optional.of(Jvm.start(
                        folder.resolve("store.log"),
                        line -> {
                            if (line.startsWith(StoreProcess.AT)) {
                                at.complete(line.substring(StoreProcess.AT.length()));
                            }
                        },
                        StoreProcess.class.getName(),
                        List.of(folder.resolve("store").toString())));
                uri = at.orTimeout(30, TimeUnit.SECONDS).join();
            }
            String[] more = Stream.concat(IN_A_HURRY.stream(), others.settings().stream())
                    .toArray(String[]::new);
            for (int i = 0; i < plan.instances(); i++) {
                bots.add(new BotProcess(folder, i, workspace, uri, more));
            }
            if (plan.lasting().compareTo(WORTH_AN_ARCHIVE) > 0) {
                startFaster(bots, folder);
            }
            bots.forEach(BotProcess::start);
            for (BotProcess bot : bots) {
                if (!bot.awaitReady(Duration.ofMinutes(6))) {
                    throw new IllegalStateException("The bot did not start; see " + folder);
                }
            }
            try (Deliveries deliveries = new Deliveries(bots, counts, plan.seed())) {
                workspace.deliverTo(deliveries.url());
                return live(folder, workspace, team, feedback, bots, store, deliveries, others);
            }
        } finally {
            bots.forEach(BotProcess::close);
            store.ifPresent(jvm -> {
                jvm.signal("CONT");
                jvm.close();
            });
            clients.values().forEach(MongoClient::close);
        }
    }

    private static void startFaster(List<BotProcess> bots, Path folder) throws IOException {
        ClassPath jars = ClassPath.own().asJars(folder);
        bots.get(0).startsFrom(jars);
        bots.get(0).trains(folder.resolve("classes.jsa"));
        bots.forEach(bot -> bot.startsFrom(jars.archivedIn(folder.resolve("classes.jsa"))));
    }

    private Result live(
            Path folder,
            LocalWorkspace workspace,
            Channel team,
            Channel feedback,
            List<BotProcess> bots,
            Optional<Jvm> store,
            Deliveries deliveries,
            OtherSystems others)
            throws IOException, InterruptedException {
        Ledger ledger = new Ledger(workspace, team, counts);
        long end = System.nanoTime() + plan.lasting().toNanos();
        List<ChaosLearner> pupils = pupils(workspace, bots, () -> System.nanoTime() > end);
        CountDownLatch atSchool = new CountDownLatch(pupils.size());
        Weather weather = new Weather(plan, workspace, bots, store, deliveries, counts);
        weather.begins();
        others.begins();
        for (ChaosLearner pupil : pupils) {
            Thread thread = new Thread(() -> goesToSchool(pupil, atSchool), "pupil " + pupil.id());
            thread.setDaemon(true);
            thread.start();
        }
        while (System.nanoTime() < end) {
            atSchool.await(1, TimeUnit.SECONDS);
            ledger.follow();
        }
        weather.clears();
        others.clears();
        while (!atSchool.await(1, TimeUnit.SECONDS)) {
            ledger.follow();
        }
        awaitQuiet(database(bots.get(0)));
        ledger.check(pupils, database(bots.get(0)));
        List<String> violations = new ArrayList<>(ledger.checkFeedback(feedback, deliveries.feedbackAcknowledged()));
        violations.addAll(others.check(database(bots.get(0))));
        for (ChaosLearner pupil : pupils) {
            if (violations.stream().anyMatch(violation -> violation.contains(pupil.id()))) {
                Files.write(folder.resolve(pupil.id() + ".diary"), ledger.diary(pupil));
            }
        }
        return new Result(violations, counts);
    }

    private static void goesToSchool(ChaosLearner pupil, CountDownLatch atSchool) {
        try {
            pupil.goesToSchool();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atSchool.countDown();
        }
    }

    private List<ChaosLearner> pupils(
            LocalWorkspace workspace, List<BotProcess> bots, java.util.function.BooleanSupplier timeIsUp) {
        Program program =
                CurriculumReader.read(ProgramFiles.builtIn()).program().orElseThrow();
        List<String> courses = program.courses().stream()
                .filter(course -> !course.coming()
                        && course.objectives().stream()
                                .allMatch(objective -> objective.assignment().isEmpty()))
                .map(Course::id)
                .toList();
        List<ChaosLearner> pupils = new ArrayList<>();
        for (int i = 0; i < plan.learners(); i++) {
            List<String> mine = new ArrayList<>(courses);
            Collections.shuffle(mine, new Random(plan.seed() + i));
            var client = workspace.person(PersonSpec.named("pupil" + i));
            pupils.add(new ChaosLearner(
                    new Person(workspace, client, () -> {}),
                    program,
                    mine,
                    () -> database(bots.get(0)),
                    plan.seed() * 1_000 + i,
                    counts,
                    timeIsUp));
        }
        return pupils;
    }

    private MongoDatabase database(BotProcess bot) {
        return clients.computeIfAbsent(
                        bot.storeUri(),
                        uri -> MongoClients.create(uri + "?serverSelectionTimeoutMS=1000&socketTimeoutMS=5000"))
                .getDatabase(new ConnectionString(bot.storeUri()).getDatabase());
    }

    private static void awaitQuiet(MongoDatabase store) throws InterruptedException {
        long until = System.nanoTime() + TO_GET_QUIET.toNanos();
        while (System.nanoTime() < until) {
            long open = store.getCollection("inbox")
                    .countDocuments(new Document("openUntil", new Document("$exists", true)));
            long waiting = Stream.of("learners", "outboxes")
                    .mapToLong(collection -> store.getCollection(collection)
                            .countDocuments(new Document("outbox.dueAt", new Document("$exists", true))))
                    .sum();
            long elsewhere = store.getCollection("deliveries")
                    .countDocuments(new Document("dueAt", new Document("$exists", true)));
            if (open == 0 && waiting == 0 && elsewhere == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Slack's second and third try come after one and five minutes; here a minute is three seconds. */
    private static void sooner(Duration delay, Runnable task) {
        SOON.schedule(task, delay.toMillis() / 20, TimeUnit.MILLISECONDS);
    }

    private static final java.util.concurrent.ScheduledExecutorService SOON =
            java.util.concurrent.Executors.newScheduledThreadPool(2, task -> {
                Thread thread = new Thread(task, "slack-retries");
                thread.setDaemon(true);
                return thread;
            });
}
