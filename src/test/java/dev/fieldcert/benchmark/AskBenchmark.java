package dev.fieldcert.benchmark;

import dev.fieldcert.search.SearchLoad;
import java.util.Arrays;

/** A question to the lessons of the built-in program: building the index, and one query after another. */
final class AskBenchmark {

    private static final int WARM_UP = 3_000;
    private static final int QUERIES = 10_000;

    private final Results results;

    AskBenchmark(Results results) {
        this.results = results;
    }

    void run() {
        SearchLoad.questions();
        long before = used();
        long started = System.nanoTime();
        SearchLoad search = new SearchLoad();
        long cold = System.nanoTime() - started;
        double megabytes = (used() - before) / 1e6;
        for (int i = 0; i < WARM_UP; i++) {
            search.ask(i);
        }
        long[] took = new long[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long from = System.nanoTime();
            search.ask(i);
            took[i] = System.nanoTime() - from;
        }
        Arrays.sort(took);
        results.own("index of the lessons, built by the first question, ms (cold)", cold / 1e6, "%.0f");
        started = System.nanoTime();
        search.rebuild();
        results.own("the same after a reload, ms (warm)", (System.nanoTime() - started) / 1e6, "%.0f");
        results.own("index of the lessons, MB", megabytes, "%.1f");
        results.own("a question to the lessons, p50 in ms", took[QUERIES / 2] / 1e6, "%.2f");
        results.own("a question to the lessons, p99 in ms", took[QUERIES * 99 / 100] / 1e6, "%.2f");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
