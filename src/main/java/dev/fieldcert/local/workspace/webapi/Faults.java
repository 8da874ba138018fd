package dev.fieldcert.local.workspace.webapi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Web API faults that tests inject. If several apply to a call, the first injected one wins. */
public final class Faults {

    /** Matches every method, but not {@link #RESPONSE_URL}. */
    public static final String EVERY_METHOD = "*";

    /**
     * Used instead of a method name for requests to a response URL. Only {@link Fault.Status} has an effect on them.
     */
    public static final String RESPONSE_URL = "response_url";

    private static final class Arranged {
        private final String method;
        private final Fault fault;
        private final BooleanSupplier strikes;
        private int left;

        private Arranged(String method, Fault fault, int times, BooleanSupplier strikes) {
            this.method = method;
            this.fault = fault;
            this.left = times;
            this.strikes = strikes;
        }
    }

    private final List<Arranged> arranged = new ArrayList<>();
    private final Map<Fault, Long> struck = new LinkedHashMap<>();
    private int looksUntilProcessed;
    private Set<String> withoutScopes = Set.of();

    /** The next {@code times} calls of the method fail like this. */
    public synchronized Faults next(String method, int times, Fault fault) {
        arranged.add(new Arranged(method, fault, times, () -> true));
        return this;
    }

    /** Every call of the method fails like this until {@link #clear}. */
    public synchronized Faults always(String method, Fault fault) {
        return next(method, Integer.MAX_VALUE, fault);
    }

    /** Each call of the method fails with this probability; the same seed and calls give the same faults. */
    public synchronized Faults randomly(String method, double probability, long seed, Fault fault) {
        var random = new Random(seed);
        arranged.add(new Arranged(method, fault, Integer.MAX_VALUE, () -> random.nextDouble() < probability));
        return this;
    }

    /**
     * From now on, an uploaded file is not processed, and cannot be shown, until {@code files.info} has been called
     * this often.
     */
    public synchronized Faults uploadsAreProcessedAfter(int looks) {
        looksUntilProcessed = looks;
        return this;
    }

    /** From now on the token lacks these scopes. */
    public synchronized Faults withoutScopes(String... scopes) {
        withoutScopes = Set.of(scopes);
        return this;
    }

    synchronized boolean lacks(String scope) {
        return withoutScopes.contains(scope);
    }

    public synchronized int looksUntilProcessed() {
        return looksUntilProcessed;
    }

    /** How often each fault has occurred. */
    public synchronized Map<Fault, Long> struck() {
        return new LinkedHashMap<>(struck);
    }

    public synchronized void clear() {
        arranged.clear();
        looksUntilProcessed = 0;
        withoutScopes = Set.of();
    }

    public synchronized Optional<Fault> strike(String method) {
        for (Iterator<Arranged> all = arranged.iterator(); all.hasNext(); ) {
            Arranged one = all.next();
            boolean applies =
                    one.method.equals(method) || one.method.equals(EVERY_METHOD) && !method.equals(RESPONSE_URL);
            if (!applies || !one.strikes.getAsBoolean()) {
                continue;
            }
            if (one.left != Integer.MAX_VALUE) {
                one.left--;
            }
            if (one.left == 0) {
                all.remove();
            }
            struck.merge(one.fault, 1L, Long::sum);
            return Optional.of(one.fault);
        }
        return Optional.empty();
    }
}
