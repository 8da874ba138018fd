package dev.fieldcert;

import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * Says in a few lines why FieldCert does not start, when it is something an operator can mend: a setting, or a database. A
 * bug keeps its stack trace, which {@code --debug} brings back for the others, too.
 */
final class FailedStart implements FailureAnalyzer {

    /** Variables of the README, by the property that each sets. */
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("server.port", "PORT"),
            Map.entry("management.server.port", "FIELDCERT_MANAGEMENT_PORT"),
            Map.entry("fieldcert.local.port", "FIELDCERT_LOCAL_PORT"),
            Map.entry("fieldcert.public-url", "FIELDCERT_PUBLIC_URL"),
            Map.entry("fieldcert.badges.address", "FIELDCERT_PUBLIC_URL"),
            Map.entry("fieldcert.retention", "FIELDCERT_RETENTION"),
            Map.entry("fieldcert.tick", "FIELDCERT_TICK"),
            Map.entry("fieldcert.lease", "FIELDCERT_LEASE"),
            Map.entry("fieldcert.drip.contacts-per-minute", "FIELDCERT_CONTACTS_PER_MINUTE"),
            Map.entry("fieldcert.slack.timeout", "FIELDCERT_SLACK_TIMEOUT"),
            Map.entry("fieldcert.curriculum", "FIELDCERT_CURRICULUM"),
            Map.entry("fieldcert.badges.algorithm", "FIELDCERT_ALGORITHM")));

    private final Environment environment;

    FailedStart(Environment environment) {
        this.environment = environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = String.valueOf(cause.getMessage());
        if (cause instanceof MongoTimeoutException) {
            return new FailureAnalysis(
                    "The database at MONGODB_URI does not answer.",
                    "Start it, or correct the address. Without MONGODB_URI, FieldCert keeps its data in FIELDCERT_DATA. "
                            + words,
                    failure);
        }
        Optional<Throwable> ours = saidByUs(failure);
        if (ours.isPresent()) {
            return new FailureAnalysis(byVariable(ours.get().getMessage()), null, failure);
        }
        return wrongSetting(words)
                .filter(setting -> isAboutAValue(cause))
                .map(variable -> new FailureAnalysis(
                        "%s is set to something that cannot be used: %s".formatted(variable, words),
                        "Correct it; the README says what it means.",
                        failure))
                .orElse(null);
    }

    /** The innermost that was thrown on purpose, in words for whoever reads them. */
    private static Optional<Throwable> saidByUs(Throwable failure) {
        Throwable found = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            StackTraceElement[] trace = each.getStackTrace();
            boolean thrownHere = trace.length > 0 && trace[0].getClassName().startsWith("dev.fieldcert.");
            boolean onPurpose = each.getClass().getName().startsWith("dev.fieldcert.")
                    || each instanceof IOException
                    || each instanceof IllegalStateException
                    || each instanceof IllegalArgumentException;
            if (thrownHere && onPurpose && each.getMessage() != null) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    private static String byVariable(String words) {
        String named = words;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            named = named.replace(variable.getKey(), variable.getValue());
        }
        return named;
    }

    private static boolean isAboutAValue(Throwable cause) {
        return cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
    }

    /** Whose value the words are about. */
    private Optional<String> wrongSetting(String words) {
        return VARIABLES.entrySet().stream()
                .filter(variable -> {
                    String value = environment.getProperty(variable.getKey(), "");
                    return !value.isBlank()
                            && (words.contains("\"" + value + "\"")
                                    || words.contains("'" + value + "'")
                                    || words.contains("[" + value + "]"));
                })
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
