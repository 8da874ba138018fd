package dev.fieldcert.curriculum;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A badge for a course or a path.
 *
 * @param kind decides the badge's shape, so color is never its only distinction
 * @param level 101, 201, 301 or 401
 * @param description what it certifies, in one line
 * @param criteria what its holder has done
 * @param validFor how long it is valid before renewal; zero if it never expires
 * @param behaviors ids of competency behaviors it aligns to
 * @param moments ids of the moments that matter it aligns to
 * @param inferred whether the alignment is this project's own reading rather than published by the program's owner
 */
public record BadgeDefinition(
        String id,
        String name,
        Kind kind,
        int level,
        String description,
        String criteria,
        Period validFor,
        List<String> behaviors,
        List<String> moments,
        boolean inferred) {

    /** In files and in the database, a kind is written as its code. */
    public enum Kind {
        COURSE("course"),
        USE_CASE("use-case"),
        ASSIGNMENT("assignment"),
        PATH("path");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException if no kind has this code */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No badge is of the kind “" + code + "”"));
        }
    }

    public BadgeDefinition {
        behaviors = List.copyOf(behaviors);
        moments = List.copyOf(moments);
    }

    /** When a badge earned at this time expires unless renewed; empty if it never expires. */
    public Optional<Instant> validUntil(Instant earnedAt) {
        return validFor.isZero()
                ? Optional.empty()
                : Optional.of(earnedAt.atZone(ZoneOffset.UTC).plus(validFor).toInstant());
    }
}
