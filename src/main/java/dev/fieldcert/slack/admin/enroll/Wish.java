package dev.fieldcert.slack.admin.enroll;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody on a list is to be enrolled in.
 *
 * @param target id of a path or course that is published
 * @param due null for none
 * @param rule the name of the rule that says so; null when an admin does
 */
public record Wish(String target, LocalDate due, String rule) {

    /** The wishes for a line of a list. */
    @FunctionalInterface
    public interface Wishes {

        /** @throws Roster.Refused when the line cannot be used */
        List<Wish> of(Roster.Row row) throws Roster.Refused;
    }
}
