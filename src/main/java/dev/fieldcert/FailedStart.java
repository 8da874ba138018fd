package dev.fieldcert;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/**
 * Explains in a few lines why FieldCert does not start, if an operator can fix the cause: a setting or a database.
 * Other failures keep their stack trace; {@code --debug} shows it for these, too.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailedStart implements FailureAnalyzer {

    /** Matches the variable that sets a property in {@code application.yml}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)(:.*)?}");

    private static final String ADDRESS =
            "Write it like mongodb://host/fieldcert or mongodb+srv://host/fieldcert, with the"
                    + " database's name after the slash, and special characters in a password as %40.";

    private final ConfigurableEnvironment environment;

    FailedStart(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = String.valueOf(cause.getMessage());
        if (cause instanceof MongoException) {
            return database((MongoException) cause, failure);
        }
        Optional<String> address = wrongAddress(cause);
        if (address.isPresent()) {
            return new FailureAnalysis(address.get(), ADDRESS, failure);
        }
        Optional<PortInUseException> taken = causes(failure)
                .filter(PortInUseException.class::isInstance)
                .map(PortInUseException.class::cast)
                .findFirst();
        if (taken.isPresent()) {
            return portTaken(taken.get().getPort(), failure);
        }
        Optional<Throwable> ours = saidByUs(failure);
        if (ours.isPresent()) {
            return new FailureAnalysis(byVariable(ours.get().getMessage()), null, failure);
        }
        return wrongSetting(failure)
                .map(variable -> new FailureAnalysis(
                        "%s is set to something that cannot be used: %s".formatted(variable, words),
                        "Correct it; the README says what it means.",
                        failure))
                .orElse(null);
    }

    private static FailureAnalysis database(MongoException cause, Throwable failure) {
        String description = cause instanceof MongoSecurityException
                ? "The database at MONGODB_URI refuses the user or the password."
                : cause instanceof MongoTimeoutException || cause instanceof MongoSocketException
                        ? "The database at MONGODB_URI does not answer."
                        : "The database at MONGODB_URI cannot be used.";
        return new FailureAnalysis(
                description,
                "Start it, or correct the address. Without MONGODB_URI, FieldCert keeps its data in FIELDCERT_DATA. "
                        + cause.getMessage(),
                failure);
    }

    /** What is wrong with the database's address. Never contains the address, which includes a password. */
    private Optional<String> wrongAddress(Throwable cause) {
        String uri = environment.getProperty("spring.mongodb.uri", "");
        if (!(cause instanceof IllegalArgumentException) || uri.isBlank()) {
            return Optional.empty();
        }
        try {
            return new ConnectionString(uri).getDatabase() == null
                    ? Optional.of("MONGODB_URI names no database.")
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.of("MONGODB_URI is not the address of a MongoDB.");
        } catch (MongoException notFound) {
            return Optional.of("MONGODB_URI names a server that cannot be looked up.");
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private FailureAnalysis portTaken(int port, Throwable failure) {
        boolean isManagement = environment.getProperty("management.server.port", Integer.class, 0) == port
                && environment.getProperty("server.port", Integer.class, 0) != port;
        return new FailureAnalysis(
                "%s is %d, and another program listens there."
                        .formatted(isManagement ? "FIELDCERT_MANAGEMENT_PORT" : "PORT", port),
                "Is FieldCert running already? Otherwise choose another port.",
                failure);
    }

    /** The innermost exception that our own code threw on purpose, with a message for the operator. */
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

    private String byVariable(String words) {
        String named = words;
        for (Map.Entry<String, String> variable : variables().entrySet()) {
            named = named.replace(variable.getKey(), variable.getValue());
        }
        return named;
    }

    /** The variable with the invalid value; the property if no variable sets it. */
    private Optional<String> wrongSetting(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BindException bind && bind.getProperty() != null) {
                String property = bind.getProperty().getName().toString();
                return Optional.of(variables().getOrDefault(property, property));
            }
        }
        return Optional.empty();
    }

    /** Variables by the property that they set; longest property first, because one may be a prefix of another. */
    private Map<String, String> variables() {
        Map<String, String> variables =
                new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(property -> property));
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .forEach(source -> Arrays.stream(source.getPropertyNames()).forEach(property -> {
                    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(source.getProperty(property)));
                    if (placeholder.matches()) {
                        variables.putIfAbsent(property, placeholder.group(1));
                    }
                }));
        return variables;
    }
}
