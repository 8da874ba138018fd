package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A rule that an admin wrote.
 *
 * @param text the rule as {@link RuleText} writes it, with the ids of its channels, groups and target
 * @param by the admin in whose name the rule enrolls
 * @param proposal identifies what a dry run showed, so that an old button cannot start anything else
 */
@Document("enrollment_rules")
@TypeAlias("enrollment-rule")
public record Rule(@Id String name, String text, String by, Instant at, State state, String proposal) {

    public enum State implements StoredEnum {
        /** Shown in a dry run and not yet confirmed by an admin. */
        PROPOSED("proposed"),
        ACTIVE("active"),
        /** Enrolls nobody until it is resumed. */
        PAUSED("paused");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    RuleText parsed() {
        try {
            return RuleText.of(text);
        } catch (RuleText.NotUnderstood impossible) {
            throw new IllegalStateException("The stored rule " + name + " is not understood", impossible);
        }
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }
}
