package dev.fieldcert.drip;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The public holidays of a country or one of its regions, from Jollyday's data. */
public final class Holidays {

    private static final Map<String, Holidays> BY_PLACE = new ConcurrentHashMap<>();
    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes();

    private final Optional<HolidayManager> manager;
    private final String[] region;
    private final Map<Year, Map<LocalDate, String>> namesByYear = new ConcurrentHashMap<>();

    private Holidays(Optional<HolidayManager> manager, String... region) {
        this.manager = manager;
        this.region = region;
    }

    /**
     * The holidays of {@code place}: a country ("DE"), or a country and region ("DE-BY"). An unknown region has its
     * country's holidays. An unknown country has none, and {@link #isKnown} returns false.
     */
    public static Holidays of(String place) {
        String normal = place == null ? "" : place.strip().toLowerCase(Locale.ROOT);
        // Only places that exist are cached, so invalid input cannot fill the memory.
        Holidays kept = BY_PLACE.get(normal);
        if (kept != null) {
            return kept;
        }
        String[] parts = normal.split("-", 2);
        if (!COUNTRIES.contains(parts[0].toUpperCase(Locale.ROOT)) || parts[0].length() != 2) {
            return new Holidays(Optional.empty());
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        boolean regionKnown = parts.length == 2
                && manager.getCalendarHierarchy().getChildren().containsKey(parts[1]);
        if (parts.length == 2 && !regionKnown) {
            return of(parts[0]);
        }
        return BY_PLACE.computeIfAbsent(
                normal,
                key -> regionKnown ? new Holidays(Optional.of(manager), parts[1]) : new Holidays(Optional.of(manager)));
    }

    /** Whether there is data for the country; if not, no day is a holiday. */
    public boolean isKnown() {
        return manager.isPresent();
    }

    /** The English name of the public holiday on that day, if there is one. */
    public Optional<String> on(LocalDate day) {
        return manager.map(found -> namesByYear
                .computeIfAbsent(Year.from(day), year -> names(found, year))
                .get(day));
    }

    private Map<LocalDate, String> names(HolidayManager found, Year year) {
        Map<LocalDate, String> names = new HashMap<>();
        for (Holiday holiday : found.getHolidays(year, region)) {
            if (holiday.getType() != HolidayType.OBSERVANCE) {
                names.merge(holiday.getDate(), holiday.getDescription(Locale.ENGLISH), (one, other) -> one);
            }
        }
        return Map.copyOf(names);
    }
}
