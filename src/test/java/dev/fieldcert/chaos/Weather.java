package dev.fieldcert.chaos;

import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.webapi.ApiCall;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Everything that goes wrong, by seed: bots are killed at any instant, Slack is unkind, the store is away for a while. */
final class Weather {

    private static final Duration STORE_AWAY = Duration.ofSeconds(10);

    private final ChaosPlan plan;
    private final LocalWorkspace workspace;
    private final List<BotProcess> bots;
    private final Optional<Jvm> store;
    private final Deliveries deliveries;
    private final Counts counts;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    Weather(
            ChaosPlan plan,
            LocalWorkspace workspace,
            List<BotProcess> bots,
            Optional<Jvm> store,
            Deliveries deliveries,
            Counts counts) {
        this.plan = plan;
        this.workspace = workspace;
        this.bots = bots;
        this.store = store;
        this.deliveries = deliveries;
        this.counts = counts;
    }

    void begins() {
        for (int i = 0; i < bots.size(); i++) {
            BotProcess bot = bots.get(i);
            Random random = new Random(plan.seed() * 31 + i);
            run("killer " + i, () -> killAndStart(bot, random));
        }
        if (plan.faults()) {
            deliveries.troubled(true);
            bringFaults();
            store.ifPresent(jvm -> run("store's absence", () -> away(jvm, new Random(plan.seed() * 17))));
        }
    }

    private interface Trouble {
        void make() throws InterruptedException;
    }

    private void run(String name, Trouble trouble) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!over) {
                            trouble.make();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void killAndStart(BotProcess bot, Random random) throws InterruptedException {
        // One time in four it does not even live to be ready.
        if (random.nextInt(4) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(4_000));
        } else {
            bot.awaitReady(Duration.ofMinutes(4));
            TimeUnit.MILLISECONDS.sleep(random.nextLong(plan.longestLife().toMillis()));
        }
        if (!over) {
            counts.add(bot.isReady() ? "kills (SIGKILL) of a bot at work" : "kills (SIGKILL) of a bot that starts");
            bot.kill();
            counts.add("kills");
            bot.start();
        }
    }

    private void bringFaults() {
        Faults faults = workspace.faults();
        long seed = plan.seed();
        String every = Faults.EVERY_METHOD;
        faults.randomly(every, 0.010, seed + 1, new Fault.RateLimited(Duration.ofSeconds(1)));
        faults.randomly(every, 0.010, seed + 2, new Fault.Status(500));
        faults.randomly(every, 0.010, seed + 3, new Fault.Status(503));
        faults.randomly(every, 0.010, seed + 4, new Fault.Refusal("internal_error"));
        faults.randomly(every, 0.020, seed + 5, new Fault.Slow(Duration.ofMillis(1_200)));
        faults.randomly(every, 0.005, seed + 6, new Fault.Slow(Duration.ofMillis(2_800)));
        faults.randomly(every, 0.025, seed + 7, new Fault.DoneThenCut());
        faults.randomly(every, 0.010, seed + 8, new Fault.Cut());
    }

    private void away(Jvm jvm, Random random) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(15_000 + random.nextInt(60_000));
        if (!over) {
            jvm.signal("STOP");
            counts.add("store away for ten seconds");
            try {
                TimeUnit.MILLISECONDS.sleep(STORE_AWAY.toMillis());
            } finally {
                jvm.signal("CONT");
            }
        }
    }

    /** The sun comes out: everything is up, and stays. */
    void clears() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
        workspace.faults().clear();
        workspace.faults().struck().forEach((fault, times) -> counts.add("fault " + fault, times));
        deliveries.troubled(false);
        for (BotProcess bot : bots) {
            if (!bot.isReady() && !bot.awaitReady(Duration.ofMinutes(4))) {
                throw new IllegalStateException("A bot does not come up any more");
            }
        }
    }

    /** Counts what Slack did to a call. */
    static void count(ApiCall call, Counts counts) {
        counts.add("Slack calls");
        call.error().ifPresent(error -> counts.add("Slack calls ended by " + error));
    }
}
