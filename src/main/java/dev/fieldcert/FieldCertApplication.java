package dev.fieldcert;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/** Starts FieldCert, and provides the clock. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class FieldCertApplication {

    private static final Logger LOG = LoggerFactory.getLogger(FieldCertApplication.class);
    private static final Duration LONGEST_STOP = Duration.ofMillis(9_500);
    /** The exit code after SIGTERM. */
    private static final int TERMINATED = 143;

    public static void main(String[] args) {
        OptionalInt exit = CommandLine.run(args, System.out);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        startAsBuilt();
        endInTime();
        SpringApplication.run(FieldCertApplication.class, args);
    }

    /**
     * Uses the context in the jar that was computed at build time (Spring's ahead-of-time processing), so that a start
     * scans nothing and evaluates no conditions. In a folder of classes, where that context could be outdated, and
     * with {@code -Dspring.aot.enabled=false}, everything is computed at startup.
     */
    private static void startAsBuilt() {
        File source = new ApplicationHome(FieldCertApplication.class).getSource();
        boolean isJar = source != null && source.isFile();
        boolean isWorkedOut =
                ClassUtils.isPresent(FieldCertApplication.class.getName() + "__ApplicationContextInitializer", null);
        if (isJar && isWorkedOut && SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    /**
     * Ends the process after {@link #LONGEST_STOP}, even if something hangs. As after a kill, no work is lost: another
     * instance or the next start continues it.
     */
    private static void endInTime() {
        Thread watch = new Thread(
                () -> {
                    LockSupport.parkNanos(LONGEST_STOP.toNanos());
                    LOG.warn("Stopped although something still hangs; the next start goes on with it");
                    Runtime.getRuntime().halt(TERMINATED);
                },
                "stop-watch");
        watch.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(new Thread(watch::start, "start-stop-watch"));
    }

    /** The only source of the current time. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
