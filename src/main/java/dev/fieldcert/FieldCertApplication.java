package dev.fieldcert;

import java.io.File;
import java.time.Clock;
import java.util.OptionalInt;
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

    public static void main(String[] args) {
        OptionalInt exit = CommandLine.run(args, System.out);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        startAsBuilt();
        SpringApplication.run(FieldCertApplication.class, args);
    }

    /**
     * The jar contains the context as computed at build time (Spring's ahead-of-time processing), so a start needs no
     * scan and evaluates no conditions. From a folder of classes, where that could be stale, and with {@code
     * -Dspring.aot.enabled=false}, everything is computed at start.
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

    /** The only source of the current time. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
