package dev.fieldcert.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The port that Slack and visitors share. Limits the visitors' share, and checks from outside that the port answers.
 */
@Component
public class PublicPort implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(PublicPort.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String host;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile URI page;
    private volatile double answers = Double.NaN;

    PublicPort(Environment environment, MeterRegistry registry) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        this.host = address.equals("0.0.0.0") || address.isBlank() ? "127.0.0.1" : address;
        Gauge.builder("fieldcert.public.port.up", this, port -> port.answers)
                .description("1 when the public port answered the last tick within two seconds, 0 when it did not")
                .register(registry);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new VisitorShare());
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            String authority = host.contains(":") ? "[" + host + "]" : host;
            page = URI.create("http://" + authority + ":" + event.getWebServer().getPort() + "/badges/style.css");
        }
    }

    /** Requests the style sheet, the smallest public file, to check that the port answers; the tick calls this. */
    public void probe() {
        URI visited = page;
        if (visited == null) {
            return;
        }
        try {
            int status = http.send(
                            HttpRequest.newBuilder(visited).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            answers = status == 200 ? 1 : 0;
        } catch (IOException silent) {
            answers = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answers == 0) {
            LOG.warn("The public port does not answer");
        }
    }
}
