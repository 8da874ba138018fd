package dev.fieldcert.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.fieldcert.outbox.OutboxSettings;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.slack.work.Workers;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Configures Slack's client and Bolt's app. */
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

    @Bean(destroyMethod = "close")
    Slack slack(SlackSettings settings, OutboxSettings outbox) {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        Duration lease = outbox.lease();
        if (lease.toMillis() < 3L * timeout) {
            throw new IllegalStateException(
                    "fieldcert.outbox.lease is " + lease + ", but who sends must keep the right to while"
                            + " Slack is looking for a message and posting it: at least three times fieldcert.slack.timeout, which is "
                            + settings.timeout() + ".");
        }
        SlackConfig config = new SlackConfig();
        if (!settings.apiUrl().isBlank()) {
            config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        }
        config.setHttpClientReadTimeoutMillis(timeout);
        config.setHttpClientWriteTimeoutMillis(timeout);
        config.setHttpClientCallTimeoutMillis(timeout);
        config.setPrettyResponseLoggingEnabled(false);
        // OkHttp resends a POST if its connection breaks before the response, which could turn one call into two
        // messages.
        OkHttpClient client = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build();
        SlackHttpClient http = new SlackHttpClient(client);
        http.setConfig(config);
        return Slack.getInstance(config, http);
    }

    /**
     * Bolt without its own middleware: {@link SlackEndpoint} already verifies a request before parsing it. Bolt would
     * also call {@code auth.test} on the first request, which would fail the request if Slack's API were unreachable.
     */
    @Bean
    App boltApp(Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .requestVerificationEnabled(false)
                .ignoringSelfEventsEnabled(false)
                .build();
        return new App(config, slack, List.of());
    }

    @Bean(destroyMethod = "close")
    Workers slackWorkers(SlackSettings settings) {
        return new Workers(settings.workers(), settings.waiting());
    }

    /**
     * Excludes Slack's requests from the general request timer: {@link SlackMetrics} times them by type, and a second
     * timer would only add latency.
     */
    @Bean
    ObservationPredicate otherRequestsThanSlacks() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith(SlackEndpoint.PATH));
    }

    @Bean
    ServletRegistrationBean<SlackEndpoint> slackEventsServlet(SlackEndpoint endpoint) {
        ServletRegistrationBean<SlackEndpoint> registration =
                new ServletRegistrationBean<>(endpoint, SlackEndpoint.PATH);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
