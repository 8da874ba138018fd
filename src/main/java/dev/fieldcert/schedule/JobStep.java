package dev.fieldcert.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the steps of a job. Each is timed, and its failure is logged and does not stop the other steps. */
@Component
public class JobStep {

    private static final Logger LOG = LoggerFactory.getLogger(JobStep.class);

    private final MeterRegistry registry;

    JobStep(MeterRegistry registry) {
        this.registry = registry;
    }

    void run(String name, Runnable part) {
        long started = System.nanoTime();
        boolean done = false;
        try {
            part.run();
            done = true;
        } catch (RuntimeException | Error failure) {
            LOG.error("Part of a job failed part=\"{}\"", name, failure);
        } finally {
            Timer.builder("fieldcert.tick")
                    .description("the parts of a tick and of the periodic jobs")
                    .tags("part", name.replace(' ', '_'), "outcome", done ? "done" : "failed")
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
