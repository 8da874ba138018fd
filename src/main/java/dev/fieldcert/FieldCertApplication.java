package dev.fieldcert;

import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts FieldCert, and says what time it is. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class FieldCertApplication {

    public static void main(String[] args) {
        OptionalInt exit = CommandLine.run(args, System.out);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        SpringApplication.run(FieldCertApplication.class, args);
    }

    /** The only source of the current time; everything that asks "when" asks this bean. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
