package dev.fieldcert.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One part of a job: its failure is logged and stops no other part. */
final class Part {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    private Part() {}

    static void run(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.error("Part of a job failed part=\"{}\"", name, e);
        }
    }
}
