package dev.fieldcert.slack.work;

import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.outbox.RetryPolicy;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Runs work that takes longer than a person would wait: in the background, with one message that shows the progress
 * and a cancel button. A restart of the bot also ends the work, so all work done here must be safe to start again.
 */
@Component
public class LongWork {

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final SlackSender slack;
    private final Map<String, Progress> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "admin-work");
                thread.setDaemon(true);
                return thread;
            });

    LongWork(SlackSender slack) {
        this.slack = slack;
    }

    /** The progress of the work, and whether the work was canceled. */
    public final class Progress implements CallPolicy {

        private final String id = UUID.randomUUID().toString();
        private final String person;
        private final String title;
        private final MessageRef place;
        private volatile boolean canceled;
        private int done;
        private int total;
        private long lastShown = System.nanoTime();

        private Progress(String person, String title, MessageRef place) {
            this.person = person;
            this.title = title;
            this.place = place;
        }

        /** @param total the number of items; 0 while unknown */
        public void of(int total) {
            this.total = total;
        }

        /** Counts one more item as done; the message is updated every few seconds. */
        public void step() {
            done++;
            if (System.nanoTime() - lastShown >= BETWEEN_UPDATES.toNanos()) {
                lastShown = System.nanoTime();
                show();
            }
        }

        /** Updates the message; if this fails, the work continues. */
        private void show() {
            try {
                slack.replace(place, ProgressMessages.working(title, done, total, id));
            } catch (SlackFailure failure) {
                LOG.debug("Progress not shown error={}", failure.error());
            }
        }

        public boolean isCanceled() {
            return canceled;
        }

        MessageRef place() {
            return place;
        }

        private synchronized void cancel() {
            canceled = true;
            notifyAll();
        }

        /**
         * Makes a call and repeats it if the failure is transient or the outcome is unknown: after the wait that Slack
         * asks for, or else after growing pauses. Gives up if the wait would be too long.
         *
         * @throws Canceled if a call failed and the work is canceled
         */
        @Override
        public <R> R wait(Supplier<R> call) {
            for (int failures = 0; ; failures++) {
                try {
                    return call.get();
                } catch (SlackFailure failure) {
                    if (!failure.isPassing()) {
                        throw failure;
                    }
                    if (canceled) {
                        throw new Canceled();
                    }
                    Duration wait = failure.retryAfter().orElse(RetryPolicy.DEFAULT.backOff(failures));
                    if (wait.compareTo(LONGEST_WAIT) > 0) {
                        throw failure;
                    }
                    LOG.info("Long work waits method={} error={} for={}", failure.method(), failure.error(), wait);
                    pause(wait);
                }
            }
        }

        private synchronized void pause(Duration howLong) {
            long end = System.nanoTime() + howLong.toNanos();
            try {
                for (long left = howLong.toNanos(); left > 0 && !canceled; left = end - System.nanoTime()) {
                    wait(left / 1_000_000 + 1);
                }
            } catch (InterruptedException e) {
                canceled = true;
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Starts the work and posts its progress in the person's DM; at the end, the result replaces that message.
     *
     * @param title what is being done, such as "Enrolling 5,000 people"
     * @return false if the same person's work with this title is already running, or if too much work is waiting
     */
    public boolean start(String person, String title, Function<Progress, SlackMessage> work) {
        boolean already =
                running.values().stream().anyMatch(other -> other.person.equals(person) && other.title.equals(title));
        if (already) {
            slack.post(slack.dmWith(person), ProgressMessages.alreadyOnIt(title), null);
            return false;
        }
        MessageRef place = slack.post(slack.dmWith(person), ProgressMessages.working(title, 0, 0, ""), null);
        Progress progress = new Progress(person, title, place);
        running.put(progress.id, progress);
        try {
            threads.execute(() -> run(person, progress, work));
        } catch (RejectedExecutionException full) {
            running.remove(progress.id);
            slack.replace(place, ProgressMessages.tooMuch());
            return false;
        }
        return true;
    }

    private void run(String person, Progress progress, Function<Progress, SlackMessage> work) {
        MDC.put("person", person);
        MDC.put("action", "long-work");
        try {
            progress.show();
            SlackMessage result = resultOf(work, progress);
            progress.wait(() -> {
                slack.replaceOrTell(progress.place, person, result);
                return null;
            });
        } catch (Canceled beforeItCouldSaySo) {
            LOG.info("Long work canceled title=\"{}\" done={}", progress.title, progress.done);
        } catch (SlackFailure failure) {
            stopped(person, progress, failure, failure.needed().map(ErrorMessages::permissionMissing));
        } catch (RuntimeException | Error e) {
            stopped(person, progress, e, Optional.empty());
        } finally {
            running.remove(progress.id);
            MDC.clear();
            synchronized (running) {
                running.notifyAll();
            }
        }
    }

    /** @param why what the person is told; if empty, the person gets a reference to the log */
    private void stopped(String person, Progress progress, Throwable e, Optional<SlackMessage> why) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Long work failed reference={} title=\"{}\"", reference, progress.title, e);
        try {
            slack.replaceOrTell(
                    progress.place, person, why.orElseGet(() -> ProgressMessages.failed(progress.title, reference)));
        } catch (SlackFailure failure) {
            LOG.warn("Could not tell reference={} error={}", reference, failure.error());
        }
    }

    private static SlackMessage resultOf(Function<Progress, SlackMessage> work, Progress progress) {
        try {
            return work.apply(progress);
        } catch (Canceled canceled) {
            return ProgressMessages.canceled(progress.title, progress.done);
        }
    }

    public Optional<String> startedBy(String id) {
        return Optional.ofNullable(running.get(id)).map(progress -> progress.person);
    }

    /** @return false if the work is not running in this process */
    public boolean cancel(String id) {
        Progress progress = running.get(id);
        if (progress == null) {
            return false;
        }
        progress.cancel();
        return true;
    }

    /** @return whether all work ended in time */
    boolean awaitIdle(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        synchronized (running) {
            while (!running.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    running.wait(Math.min(200, left / 1_000_000 + 1));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    @PreDestroy
    void stop() {
        running.values().forEach(Progress::cancel);
        awaitIdle(Duration.ofSeconds(5));
        threads.shutdownNow();
    }
}
