package dev.fieldcert.local.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Silences what the server and the driver say of every connection. */
final class QuietLogs {
    private QuietLogs() {}

    static void on() {
        for (String name : new String[] {"de.bwaldvogel", "org.mongodb", "io.netty"}) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF);
        }
    }
}
