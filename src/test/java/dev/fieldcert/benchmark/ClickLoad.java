package dev.fieldcert.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clicks against one server, over keep-alive connections as Slack's own. */
final class ClickLoad {

    /** What came of a round; latencies in nanoseconds, sorted. */
    record Round(long[] latencies, int notAcknowledged, Duration took) {

        double perSecond() {
            return latencies.length * 1e9 / took.toNanos();
        }

        double millis(double quantile) {
            return latencies.length == 0
                    ? Double.NaN
                    : latencies[(int) Math.min(latencies.length - 1, quantile * latencies.length)] / 1e6;
        }
    }

    private static final int CONNECTIONS = 32;

    private final int port;
    private final AnswerClicks clicks;

    ClickLoad(int port, AnswerClicks clicks) {
        this.port = port;
        this.clicks = clicks;
    }

    /** As many as the server takes, each connection sending its next click when the last is acknowledged. */
    Round flatOut(Queue<Queue<AnswerClicks.Answer>> learners, Duration most) {
        return run(learners, most, 0, () -> {});
    }

    /** As {@link #flatOut}, but each click waits until {@code gate} returns. */
    Round gated(Queue<Queue<AnswerClicks.Answer>> learners, Duration most, Runnable gate) {
        return run(learners, most, 0, gate);
    }

    /** Evenly this many clicks a second; a latency counts from the moment the click was to be sent. */
    Round atRate(Queue<Queue<AnswerClicks.Answer>> learners, int perSecond, Duration most) {
        return run(learners, most, perSecond, () -> {});
    }

    private Round run(Queue<Queue<AnswerClicks.Answer>> learners, Duration most, int perSecond, Runnable gate) {
        long start = System.nanoTime();
        long end = start + most.toNanos();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger slots = new AtomicInteger();
        List<long[]> all = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<long[]>> rounds = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                rounds.add(threads.submit(() -> one(learners, start, end, perSecond, gate, slots, refused)));
            }
            for (Future<long[]> round : rounds) {
                all.add(round.get());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The load generator failed", e);
        } finally {
            threads.shutdownNow();
        }
        long took = System.nanoTime() - start;
        long[] latencies = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Round(latencies, refused.get(), Duration.ofNanos(took));
    }

    /** One connection; a learner's clicks are never under way at once. */
    private long[] one(
            Queue<Queue<AnswerClicks.Answer>> learners,
            long start,
            long end,
            int perSecond,
            Runnable gate,
            AtomicInteger slots,
            AtomicInteger refused)
            throws IOException {
        long[] latencies = new long[1 << 16];
        int count = 0;
        boolean[] close = {true};
        Connection connection = null;
        Queue<AnswerClicks.Answer> learner = learners.poll();
        try {
            while (learner != null && System.nanoTime() < end) {
                AnswerClicks.Answer answer = learner.poll();
                if (answer == null) {
                    learner = learners.poll();
                    continue;
                }
                gate.run();
                byte[] request = clicks.request(answer);
                long due = System.nanoTime();
                if (perSecond > 0) {
                    due = start + TimeUnit.SECONDS.toNanos(1) * slots.getAndIncrement() / perSecond;
                    if (due > end) {
                        break;
                    }
                    sleepUntil(due);
                }
                if (close[0]) {
                    if (connection != null) {
                        connection.close();
                    }
                    connection = new Connection(port);
                }
                int status;
                try {
                    status = connection.send(request, close);
                } catch (EOFException idle) {
                    // The server closes a connection that waited too long for its next click.
                    connection.close();
                    connection = new Connection(port);
                    status = connection.send(request, close);
                }
                if (status != 200) {
                    refused.incrementAndGet();
                }
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = System.nanoTime() - due;
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
            if (learner != null && !learner.isEmpty()) {
                learners.add(learner);
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static void sleepUntil(long nanos) {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        int send(byte[] request, boolean[] close) throws IOException {
            out.write(request);
            out.flush();
            return Wire.response(in, close);
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
