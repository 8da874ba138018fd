package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.local.workspace.webapi.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** What an operator sees of the running bot: metrics, health, logs. */
class SeenFromOutsideTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.with(Map.of(
            "fieldcert.xapi.endpoint", "http://127.0.0.1:9/xapi",
            "fieldcert.xapi.workspace", "https://acme.slack.com",
            "fieldcert.xapi.user", "key"));

    private static final Pattern METRIC = Pattern.compile("\\b(?:fieldcert|jvm)_[a-z_]+(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern REFERENCE = Pattern.compile("`?([0-9a-f]{8})`?\\)");
    /** Added by Prometheus to all it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void listenNoLonger() {
        root().detachAppender(logged);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void everyMetricOfOursSaysWhatItCounts() throws Exception {
        aDayInTheLife();
        assertThat(get("/actuator/prometheus").body().lines())
                .filteredOn(line -> line.startsWith("# HELP fieldcert_"))
                .hasSizeGreaterThan(10)
                .allSatisfy(line ->
                        assertThat(line.split(" ", 4)).as(line).hasSize(4).noneMatch(String::isBlank));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifests/grafana/fieldcert.json", "manifests/prometheus/fieldcert-alerts.yaml"})
    void everyMetricThatIsWatchedExistsWithItsLabels(String file) throws Exception {
        aDayInTheLife();
        String scrape = get("/actuator/prometheus").body();

        String watching = Files.readString(Path.of(file)).replace("\\\"", "\"");
        Matcher metric = METRIC.matcher(watching);
        Set<String> seen = new TreeSet<>();
        while (metric.find()) {
            String name = metric.group().replaceFirst("\\{.*", "");
            seen.add(name);
            Set<String> labels = new TreeSet<>();
            if (metric.group(1) != null) {
                Matcher label = LABEL.matcher(metric.group(1));
                while (label.find()) {
                    labels.add(label.group(1));
                }
                labels.removeAll(OF_PROMETHEUS);
            }
            assertThat(Arrays.stream(scrape.split("\n"))
                            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                            .filter(line -> labels.stream().allMatch(label -> line.contains(label + "=\""))))
                    .as("%s with labels %s", name, labels)
                    .isNotEmpty();
        }
        assertThat(seen).hasSizeGreaterThan(8);
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        String rules = Files.readString(Path.of("manifests/prometheus/fieldcert-alerts.yaml"));
        String operations = Files.readString(Path.of("docs/operations.md"));

        assertThat(Pattern.compile("alert: (\\w+)").matcher(rules).results().map(alert -> alert.group(1)))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(operations).contains("`" + alert + "`"));
    }

    @Test
    void noMetricNamesAPerson() throws Exception {
        Scholar ada = aDayInTheLife();

        assertThat(get("/actuator/prometheus").body())
                .doesNotContain(ada.id())
                .doesNotContain(FIELD_CERT.learner(ada.person()).profile().name());
    }

    @Test
    void aSlackOutOfReachIsToldAndTakesNobodyOutOfService() throws Exception {
        Scholar ada = FIELD_CERT.scholar("ada");
        FIELD_CERT.workspace().faults().always("*", new Fault.Status(503));
        ada.person().types("/cert enroll applying-devops");

        assertThat(health("")).isEqualTo("DOWN");
        assertThat(component("slack")).isEqualTo("DOWN");
        assertThat(component("mongo")).isEqualTo("UP");
        assertThat(component("scheduler")).isEqualTo("UP");
        assertThat(health("/readiness")).isEqualTo("UP");
        assertThat(health("/liveness")).isEqualTo("UP");

        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(Duration.ofMinutes(20));
        assertThat(component("slack")).isEqualTo("UP");
    }

    @Test
    void theReferenceThatAPersonIsShownIsInTheLogWithWhoAndWhat() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();

        ada.person().click(ada.person().button("I’m ready").tamperedWith("; drop everything"));

        Matcher shown = REFERENCE.matcher(ada.person().sees());
        assertThat(shown.find()).isTrue();
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .anySatisfy(event -> assertThat(event.getMDCPropertyMap())
                        .containsEntry("reference", shown.group(1))
                        .containsEntry("person", ada.id())
                        .containsKey("action"));
    }

    @Test
    void onlyHealthAndMetricsAreServedAndOnlyOnTheirOwnPort() throws Exception {
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String closed : new String[] {"env", "beans", "configprops", "heapdump", "loggers", "mappings"}) {
            assertThat(get("/actuator/" + closed).statusCode()).as(closed).isEqualTo(404);
        }
        assertThat(get("local.server.port", "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("local.server.port", "/actuator/prometheus").statusCode())
                .isEqualTo(404);
    }

    /** Enough to have happened that every number has a reason to exist. */
    private Scholar aDayInTheLife() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.Status(500));
        ada.person().clicks("I’m ready");
        FIELD_CERT.later(Duration.ofMinutes(20));
        FIELD_CERT.later(Duration.ofHours(20));
        return ada;
    }

    private String health(String group) throws Exception {
        return json("/actuator/health" + group).get("status").getAsString();
    }

    private String component(String name) throws Exception {
        return json("/actuator/health")
                .getAsJsonObject("components")
                .getAsJsonObject(name)
                .get("status")
                .getAsString();
    }

    private JsonObject json(String path) throws Exception {
        return JsonParser.parseString(get(path).body()).getAsJsonObject();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get("local.management.port", path);
    }

    private HttpResponse<String> get(String portProperty, String path) throws Exception {
        String port = FIELD_CERT.bean(Environment.class).getProperty(portProperty);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
