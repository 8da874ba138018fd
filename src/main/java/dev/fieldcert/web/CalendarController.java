package dev.fieldcert.web;

import dev.fieldcert.calendar.CalendarFile;
import dev.fieldcert.calendar.LearnerCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves a learner's due dates to calendar programs, at an unguessable address and without the learner's name. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final LearnerCalendar calendar;
    private final Clock clock;

    CalendarController(LearnerCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/calendar/{secret:[A-Za-z0-9_-]{32}}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        return calendar.behind(secret)
                .map(days -> Publication.headers(HttpStatus.OK)
                        .contentType(CALENDAR)
                        .header("Cache-Control", "private, no-store")
                        .body(CalendarFile.of(days, secret, clock.instant())))
                .orElseGet(() -> Publication.headers(HttpStatus.NOT_FOUND).build());
    }
}
