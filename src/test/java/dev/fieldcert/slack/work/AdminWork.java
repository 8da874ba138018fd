package dev.fieldcert.slack.work;

import dev.fieldcert.conversation.FieldCert;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets conversation tests wait for an admin's long work. */
public final class AdminWork {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private AdminWork() {}

    public static void isDone(FieldCert fieldCert) {
        isDone(fieldCert, LONGEST);
    }

    public static void isDone(FieldCert fieldCert, Duration longest) {
        if (!fieldCert.bean(LongWork.class).awaitIdle(longest)) {
            throw new AssertionError("Long work is still running after " + longest);
        }
        fieldCert.settle();
    }

    /** Returns when the work has come as far as this. */
    public static void stands(BooleanSupplier there) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Long work has not come so far in a minute");
            }
            Thread.onSpinWait();
        }
    }
}
