package dev.fieldcert.slack.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import org.junit.jupiter.api.Test;

class ZoneOfAPersonTest {

    private static String zone(String name, Integer offset) {
        User user = new User();
        user.setTz(name);
        user.setTzOffset(offset);
        return People.read(user).zone();
    }

    @Test
    void theZoneIsWhatSlackSays() {
        assertThat(zone("Europe/Berlin", 3600)).isEqualTo("Europe/Berlin");
    }

    @Test
    void theOffsetStandsInForAZoneThatIsMissingOrNewerThanTheRuntime() {
        assertThat(zone("America/Of_Tomorrow", -10800)).isEqualTo("-03:00");
        assertThat(zone(null, -28800)).isEqualTo("-08:00");
        assertThat(zone("", 19800)).isEqualTo("+05:30");
    }

    @Test
    void withoutEitherNothingIsKnown() {
        assertThat(zone(null, null)).isNull();
        assertThat(zone("Mars/Olympus", null)).isEqualTo("Mars/Olympus");
    }
}
