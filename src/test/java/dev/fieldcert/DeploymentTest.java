package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files one deploys with say what the program understands, and give it no more than it needs. */
class DeploymentTest {

    private static final Path KUBERNETES = Path.of("manifests/kubernetes/fieldcert.yaml");
    private static final Pattern VARIABLE =
            Pattern.compile("\\b((?:FIELDCERT|SLACK)_[A-Z_]+[A-Z]|MONGODB_URI|PORT)\\b");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(Path file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(file))
                .forEach(document -> documents.add((Map<String, Object>) document));
        return documents;
    }

    private static Map<String, Object> kind(String kind) throws IOException {
        return documents(KUBERNETES).stream()
                .filter(document -> kind.equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    /** What stands at a path of names, and numbers in lists. */
    private static Object at(Object document, Object... path) {
        Object at = document;
        for (Object step : path) {
            at = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
        }
        return at;
    }

    private static Object container() throws IOException {
        return at(kind("Deployment"), "spec", "template", "spec", "containers", 0);
    }

    private static Set<String> variables(Path file) throws IOException {
        Set<String> variables = new TreeSet<>();
        Matcher found = VARIABLE.matcher(Files.readString(file));
        while (found.find()) {
            variables.add(found.group());
        }
        return variables;
    }

    @Test
    void everyVariableThatIsSetIsOneTheProgramReads() throws IOException {
        Set<String> read = variables(Path.of("src/main/resources/application.yml"));

        for (String file : List.of("Dockerfile", "compose.yaml", ".env.example", KUBERNETES.toString())) {
            assertThat(read).as(file).containsAll(variables(Path.of(file)));
        }
    }

    @Test
    void composePassesOnWhateverTheExampleSets() throws IOException {
        Object environment = at(documents(Path.of("compose.yaml")).get(0), "services", "fieldcert", "environment");

        assertThat(((Map<?, ?>) environment).keySet())
                .map(String::valueOf)
                .containsAll(variables(Path.of(".env.example")));
    }

    @Test
    void probesReachThePortTheyAskAndItIsNotThePublicOne() throws IOException {
        Map<Object, Object> set = new LinkedHashMap<>();
        ((List<?>) at(container(), "env")).forEach(each -> set.put(at(each, "name"), at(each, "value")));
        Map<Object, Object> ports = new LinkedHashMap<>();
        ((List<?>) at(container(), "ports")).forEach(each -> ports.put(at(each, "name"), at(each, "containerPort")));

        assertThat(set)
                .containsEntry("FIELDCERT_ADDRESS", "0.0.0.0")
                .containsEntry("FIELDCERT_MANAGEMENT_ADDRESS", "0.0.0.0");
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("FIELDCERT_MANAGEMENT_ADDRESS=0.0.0.0");
        assertThat(ports).containsEntry("http", 8080).containsEntry("management", 8081);
        for (String probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
            assertThat(at(container(), probe, "httpGet", "port")).as(probe).isEqualTo("management");
        }
        assertThat(at(kind("Service"), "spec", "ports", 0, "targetPort")).isEqualTo("http");
        assertThat((List<?>) at(kind("Service"), "spec", "ports")).hasSize(1);
        assertThat(at(kind("NetworkPolicy"), "spec", "ingress", 1, "ports", 0, "port"))
                .isEqualTo("management");
        assertThat((List<?>) at(kind("NetworkPolicy"), "spec", "ingress", 1, "from"))
                .isNotEmpty();
    }

    @Test
    void theContainerHasNoRightItDoesNotNeed() throws IOException {
        Object pod = at(kind("Deployment"), "spec", "template", "spec");

        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
        assertThat(at(container(), "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(at(container(), "securityContext", "allowPrivilegeEscalation"))
                .isEqualTo(false);
        assertThat(at(container(), "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(at(documents(Path.of("compose.yaml")).get(0), "services", "fieldcert", "read_only"))
                .isEqualTo(true);
        assertThat(Files.readString(Path.of("Dockerfile"))).containsPattern("(?m)^USER 10001$");
    }

    @Test
    void aStopHasTheTimeItNeedsAndAnUpdateTakesNobodyAway() throws IOException {
        int grace = (Integer) at(kind("Deployment"), "spec", "template", "spec", "terminationGracePeriodSeconds");
        int before = Integer.parseInt(String.valueOf(at(container(), "lifecycle", "preStop", "exec", "command", 1)));

        assertThat(grace - before).isGreaterThan(10);
        assertThat(at(kind("Deployment"), "spec", "strategy", "rollingUpdate", "maxUnavailable"))
                .isEqualTo(0);
        assertThat(at(kind("PodDisruptionBudget"), "spec", "minAvailable")).isEqualTo(1);
        assertThat(at(kind("PodDisruptionBudget"), "spec", "selector"))
                .isEqualTo(at(kind("Deployment"), "spec", "selector"));
    }

    @Test
    void everyAlertIsOneThatPrometheusReads() throws IOException {
        Object groups = documents(Path.of("manifests/prometheus/fieldcert-alerts.yaml"))
                .get(0)
                .get("groups");
        Set<Object> names = new TreeSet<>();

        for (Object group : (List<?>) groups) {
            for (Object rule : (List<?>) at(group, "rules")) {
                String expression = String.valueOf(at(rule, "expr"));
                assertThat(names.add(at(rule, "alert"))).as("%s", rule).isTrue();
                assertThat(balance(expression)).as(expression).isZero();
                assertThat(at(rule, "labels", "severity")).as("%s", rule).isIn("page", "morning");
                assertThat(String.valueOf(at(rule, "annotations", "summary"))).isNotBlank();
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
    }

    /** When each alert fires and when it must not, by Prometheus itself where it is installed. */
    @Test
    void theAlertsFireWhenTheyShall() throws IOException, InterruptedException {
        Path promtool = Path.of("/usr/bin/promtool");
        assumeTrue(Files.isExecutable(promtool), "promtool is not installed: Debian's package prometheus");

        Process run = new ProcessBuilder(
                        promtool.toString(), "test", "rules", "manifests/prometheus/fieldcert-alerts-test.yaml")
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(said).isZero();
    }

    @Test
    void everyAlertIsExplainedAndTested() throws IOException {
        String tests = Files.readString(Path.of("manifests/prometheus/fieldcert-alerts-test.yaml"));
        String explained = Files.readString(Path.of("docs/operations.md"));
        Matcher alert = Pattern.compile("- alert: (\\w+)")
                .matcher(Files.readString(Path.of("manifests/prometheus/fieldcert-alerts.yaml")));

        while (alert.find()) {
            assertThat(tests).contains("alertname: " + alert.group(1));
            assertThat(explained).contains("| `" + alert.group(1) + "` |");
        }
    }

    private static long balance(String expression) {
        return expression.chars().filter(each -> "([{".indexOf(each) >= 0).count()
                - expression.chars().filter(each -> ")]}".indexOf(each) >= 0).count();
    }
}
