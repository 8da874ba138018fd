package dev.fieldcert.slack.settings;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses the settings form: finds all errors, or else the learner's choices. */
final class SettingsReader {

    private final ViewSubmission form;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final LocalTime hour;
    private final Set<DayOfWeek> days;
    private final int budget;
    private final String country;
    private final List<LocalDate> daysOff;
    private final RetrievalPace retrieval;

    SettingsReader(ViewSubmission form, LocalDate today) {
        this.form = form;
        this.hour = hour();
        this.days = days();
        this.budget = budget();
        this.country = country();
        this.daysOff = daysOff(today);
        this.retrieval = retrieval();
    }

    /** Error messages by field; empty if there are no errors. */
    Map<String, String> errors() {
        return errors;
    }

    Preferences applyTo(Preferences before) {
        List<String> options = form.all(SettingsMessages.OPTIONS);
        return before.contacts(hour, days, budget, country, daysOff)
                .retrieving(retrieval == null ? before.retrieval() : retrieval)
                .badges(options.contains(SettingsMessages.ANNOUNCE), options.contains(SettingsMessages.PUBLIC_NAME))
                .askingConfidence(options.contains(SettingsMessages.CONFIDENCE));
    }

    private LocalTime hour() {
        ScheduleRequest request =
                PauseText.time(form.input(SettingsMessages.HOUR).orElse(""));
        if (request instanceof ScheduleRequest.ContactAt at) {
            return at.time();
        }
        errors.put(
                SettingsMessages.HOUR,
                request instanceof ScheduleRequest.Problem problem
                        ? problem.sentence()
                        : "Choose a time of day, like 9:30.");
        return null;
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        for (String day : form.all(SettingsMessages.DAYS)) {
            try {
                chosen.add(DayOfWeek.of(Integer.parseInt(day)));
            } catch (NumberFormatException | DateTimeException notOneOfOurOptions) {
                errors.put(SettingsMessages.DAYS, "Choose days of the week.");
            }
        }
        if (chosen.isEmpty()) {
            errors.putIfAbsent(SettingsMessages.DAYS, "Choose at least one day. To stop all messages, pause instead.");
        }
        return chosen;
    }

    private int budget() {
        String chosen = form.input(SettingsMessages.BUDGET).orElse("");
        if (!chosen.matches("[1-5]")) {
            errors.put(SettingsMessages.BUDGET, "Choose one to five messages a day.");
            return 1;
        }
        return Integer.parseInt(chosen);
    }

    /** Returns null if the form was opened before an update and does not have this field. */
    private RetrievalPace retrieval() {
        return switch (form.input(SettingsMessages.RETRIEVAL).orElse("")) {
            case "as-needed" -> RetrievalPace.AS_NEEDED;
            case "fewer" -> RetrievalPace.FEWER;
            case "none" -> RetrievalPace.NONE;
            default -> null;
        };
    }

    private String country() {
        String written = form.input(SettingsMessages.COUNTRY).orElse("");
        if (written.isEmpty()) {
            return null;
        }
        return Countries.code(written).orElseGet(() -> {
            errors.put(
                    SettingsMessages.COUNTRY,
                    "I don’t know that country. Use its English name or its code, like Germany or DE.");
            return null;
        });
    }

    private List<LocalDate> daysOff(LocalDate today) {
        var reading = DaysOffText.read(form.input(SettingsMessages.DAYS_OFF).orElse(""), today);
        if (reading.problem() != null) {
            errors.put(SettingsMessages.DAYS_OFF, reading.problem());
        }
        return reading.days();
    }
}
