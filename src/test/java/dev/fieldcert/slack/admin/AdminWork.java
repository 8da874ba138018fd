package dev.fieldcert.slack.admin;

import dev.fieldcert.conversation.FieldCert;
import java.time.Duration;

/** Lets conversation tests wait for an admin's long work. */
public final class AdminWork {

    private AdminWork() {}

    public static void isDone(FieldCert fieldCert) {
        if (!fieldCert.bean(LongWork.class).awaitIdle(Duration.ofSeconds(60))) {
            throw new AssertionError("Long work is still running after a minute");
        }
        fieldCert.settle();
    }
}
