package dev.fieldcert;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Limits repeated warnings and errors in the log, because an outage in which every request fails must not fill the
 * disk. The same line is logged once a minute, followed by how often it was repeated. Lines with the same format and
 * different values are logged up to {@value #MOST_OF_A_KIND} times a minute. A line with a reference that was shown to
 * a user is always logged.
 */
public final class RepeatedLines extends TurboFilter
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MOST_OF_A_KIND = 20;
    private static final int MOST_KNOWN = 500;

    private final LongSupplier nanos;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private long sweptNanos;

    /** Called by Spring, which creates the instance by class name. */
    public RepeatedLines() {
        this(System::nanoTime);
    }

    RepeatedLines(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
                && logging.getTurboFilterList().stream().noneMatch(RepeatedLines.class::isInstance)) {
            setContext(logging);
            start();
            logging.addTurboFilter(this);
        }
    }

    /** Counts, within a minute, one line or all lines with the same format. */
    private static final class Line {
        private final Logger logger;
        private final String text;
        private final long sinceNanos;
        private int seen;
        private int held;

        Line(Logger logger, String text, long sinceNanos) {
            this.logger = logger;
            this.text = text;
            this.sinceNanos = sinceNanos;
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] values, Throwable failure) {
        if (format == null || !level.isGreaterOrEqual(Level.INFO) || !logger.isEnabledFor(level)) {
            return FilterReply.NEUTRAL;
        }
        over().forEach(line -> line.logger.warn("Repeated times={} line=\"{}\"", line.held, line.text));
        if (!level.isGreaterOrEqual(Level.WARN) || format.contains("reference={}")) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = failure != null || values == null ? failure : MessageFormatter.getThrowableCandidate(values);
        String text = MessageFormatter.arrayFormat(format, values).getMessage() + (cause == null ? "" : " " + cause);
        synchronized (lines) {
            return passes(logger, text, 1) && passes(logger, format, MOST_OF_A_KIND)
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }

    private boolean passes(Logger logger, String text, int most) {
        Line line = lines.computeIfAbsent(
                logger.getName() + " " + most + " " + text, unknown -> new Line(logger, text, nanos.getAsLong()));
        line.seen++;
        if (line.seen <= most) {
            return true;
        }
        line.held++;
        return false;
    }

    /**
     * Removes the entries whose minute is over, and the oldest ones if there are too many; returns those that
     * suppressed lines. Does this once a second at most.
     */
    private List<Line> over() {
        synchronized (lines) {
            long now = nanos.getAsLong();
            if (now - sweptNanos < SECOND) {
                return List.of();
            }
            sweptNanos = now;
            List<Line> over = new ArrayList<>();
            int surplus = lines.size() - MOST_KNOWN;
            for (var each = lines.values().iterator(); each.hasNext(); surplus--) {
                Line line = each.next();
                if (now - line.sinceNanos >= MINUTE || surplus > 0) {
                    each.remove();
                    if (line.held > 0) {
                        over.add(line);
                    }
                }
            }
            return over;
        }
    }
}
