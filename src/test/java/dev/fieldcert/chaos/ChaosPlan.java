package dev.fieldcert.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How a run is to be.
 *
 * @param lasting how long things go wrong; afterwards everybody may finish in peace
 * @param instances how many bots run side by side on one store
 * @param ownStore whether the one bot owns a store on disk that dies with it
 * @param faults whether Slack, deliveries and the store misbehave, beside the kills
 * @param longestLife a bot that is up is killed within this
 */
record ChaosPlan(
        Duration lasting,
        long seed,
        int instances,
        int learners,
        boolean ownStore,
        boolean faults,
        Duration longestLife) {

    /** Reads {@code --minutes 20 --seed 7 --instances 2 --learners 30 --own-store --no-faults --life 12}. */
    static ChaosPlan of(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            boolean flag = i + 1 == args.length || args[i + 1].startsWith("--");
            given.put(args[i], flag ? "true" : args[i + 1]);
            i += flag ? 0 : 1;
        }
        boolean ownStore = given.containsKey("--own-store");
        double minutes = Double.parseDouble(given.getOrDefault("--minutes", "1"));
        return new ChaosPlan(
                Duration.ofSeconds(Math.round(minutes * 60)),
                Long.parseLong(given.getOrDefault("--seed", "7")),
                ownStore ? 1 : Integer.parseInt(given.getOrDefault("--instances", "2")),
                Integer.parseInt(given.getOrDefault("--learners", "30")),
                ownStore,
                !given.containsKey("--no-faults"),
                Duration.ofSeconds(Integer.parseInt(given.getOrDefault("--life", "12"))));
    }
}
