package dev.fieldcert.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.slack.admin.enroll.RosterSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronTrigger;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.spi.OperableTrigger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** When Quartz rings, and what it does about what it missed: what is due is data, so one ring makes up for all. */
class ScheduleTest {

    @EnableConfigurationProperties({ScheduleSettings.class, RosterSettings.class})
    static class Settings {}

    private final Schedule schedule = new Schedule();

    private static List<Instant> firings(Trigger trigger, String after, int many) {
        List<Instant> firings = new ArrayList<>();
        Date last = Date.from(Instant.parse(after));
        ((OperableTrigger) trigger).setStartTime(last);
        for (int i = 0; i < many; i++) {
            last = trigger.getFireTimeAfter(last);
            firings.add(last.toInstant());
        }
        return firings;
    }

    @Test
    void theCalendarComesRoundEveryTenMinutesWhateverTheClocksDo() {
        Trigger calendar = schedule.everyTenMinutes(schedule.calendarJob());

        // Europe's clocks go forward at 01:00 UTC.
        assertThat(firings(calendar, "2027-03-28T00:45:00Z", 3))
                .containsExactly(
                        Instant.parse("2027-03-28T00:50:00Z"),
                        Instant.parse("2027-03-28T01:00:00Z"),
                        Instant.parse("2027-03-28T01:10:00Z"));
    }

    @Test
    void theNightComesOnceADayAlsoWhenTheClocksGoBack() {
        Trigger nightly = schedule.nightly(schedule.housekeepingJob());

        assertThat(firings(nightly, "2026-10-24T12:00:00Z", 3))
                .containsExactly(
                        Instant.parse("2026-10-25T03:15:00Z"),
                        Instant.parse("2026-10-26T03:15:00Z"),
                        Instant.parse("2026-10-27T03:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "500ms, 0.5", "PT1M, 60"})
    void aTickWithoutAUnitIsInSeconds(String setting, double seconds) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test", Map.of("fieldcert.schedule.tick", setting, "fieldcert.roster.every", "1h")));
            context.register(Schedule.class, Settings.class);
            context.refresh();

            SimpleTrigger tick = context.getBean("everyFewSeconds", SimpleTrigger.class);
            assertThat(tick.getRepeatInterval()).isEqualTo(Math.round(seconds * 1000));
        }
    }

    @Test
    void whatWasMissedIsNotMadeUpForOneByOne() {
        Trigger tick = schedule.everyFewSeconds(schedule.tickJob(), new ScheduleSettings(Duration.ofSeconds(5)));
        Trigger calendar = schedule.everyTenMinutes(schedule.calendarJob());
        Trigger nightly = schedule.nightly(schedule.housekeepingJob());

        assertThat(tick.getMisfireInstruction())
                .isEqualTo(SimpleTrigger.MISFIRE_INSTRUCTION_RESCHEDULE_NEXT_WITH_REMAINING_COUNT);
        assertThat(calendar.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        assertThat(nightly.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
    }

    @Test
    void cronTriggersSayTheirZone() {
        for (Trigger trigger : List.of(
                schedule.everyTenMinutes(schedule.calendarJob()), schedule.nightly(schedule.housekeepingJob()))) {
            assertThat(((CronTrigger) trigger).getTimeZone().getID()).isEqualTo("UTC");
        }
    }
}
