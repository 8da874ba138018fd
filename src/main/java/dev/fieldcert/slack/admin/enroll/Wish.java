package dev.fieldcert.slack.admin.enroll;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person on a list is to be enrolled in.
 *
 * @param target id of a path or course that is published
 * @param due null for no due date
 * @param rule the name of the rule that enrolls the person; null if an admin does
 */
public record Wish(String target, LocalDate due, String rule) {

    /** Determines what the person on one line of a list is to be enrolled in. */
    @FunctionalInterface
    public interface Wishes {

        /** @throws Roster.Refused if the line cannot be used */
        List<Wish> of(Roster.Row row) throws Roster.Refused;
    }
}
