package dev.fieldcert.local.workspace.state;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A person to be added to the workspace.
 *
 * @param id the user id; empty to create a new one
 * @param name the handle, as in {@code @ada}
 */
public record PersonSpec(
        Optional<String> id,
        String name,
        String realName,
        String email,
        ZoneId zone,
        String title,
        boolean admin,
        boolean restricted) {

    /** A member in Berlin named like their handle. */
    public static PersonSpec named(String name) {
        String realName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new PersonSpec(
                Optional.empty(), name, realName, name + "@example.com", ZoneId.of("Europe/Berlin"), "", false, false);
    }

    public PersonSpec withId(String value) {
        return new PersonSpec(Optional.of(value), name, realName, email, zone, title, admin, restricted);
    }

    public PersonSpec withRealName(String value) {
        return new PersonSpec(id, name, value, email, zone, title, admin, restricted);
    }

    public PersonSpec withEmail(String value) {
        return new PersonSpec(id, name, realName, value, zone, title, admin, restricted);
    }

    public PersonSpec in(String value) {
        return new PersonSpec(id, name, realName, email, ZoneId.of(value), title, admin, restricted);
    }

    public PersonSpec withTitle(String value) {
        return new PersonSpec(id, name, realName, email, zone, value, admin, restricted);
    }

    public PersonSpec asAdmin() {
        return new PersonSpec(id, name, realName, email, zone, title, true, restricted);
    }

    public PersonSpec asGuest() {
        return new PersonSpec(id, name, realName, email, zone, title, admin, true);
    }
}
