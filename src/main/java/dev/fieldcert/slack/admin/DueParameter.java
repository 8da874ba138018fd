package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Forms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A due date. */
abstract class DueParameter extends Parameter<LocalDate> {

    private final Clock clock;

    private DueParameter(Clock clock, String usage) {
        super("due", usage);
        this.clock = clock;
    }

    final boolean isDay(String words) {
        return DueDate.isDate(words, clock.instant());
    }

    final LocalDate day(String words) {
        return DueDate.read(words, clock.instant());
    }

    @Override
    protected LocalDate submitted(FormInput form, Arguments before) {
        return form.text(id()).map(this::day).orElse(null);
    }

    /** A future day, or null for no due date. */
    static Parameter<LocalDate> orNone(Clock clock) {
        return new DueParameter(clock, "<2027-03-31|none>") {

            private static final String NONE = "no-due";

            @Override
            protected LocalDate typed(TypedWords words, Arguments before) {
                return words.take("none")
                        ? null
                        : day(words.longest(this::isDay).orElseThrow(() -> words.missing("Something is missing")));
            }

            @Override
            protected LocalDate submitted(FormInput form, Arguments before) {
                LocalDate day = super.submitted(form, before);
                boolean none = form.text(NONE).isPresent();
                if ((day != null) == none) {
                    throw new CommandException(none ? "A day, or no due date: choose one of them." : "Choose a day.");
                }
                return day;
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(
                        Forms.field(id(), "Due", "", true, Forms.date(id())),
                        Forms.field(NONE, "Or", "", true, Forms.box(NONE, "No due date")));
            }
        };
    }

    /** A future day, typed after the word {@code due}; null if it is missing. */
    static Parameter<LocalDate> optional(Clock clock, String usage, String label) {
        return new DueParameter(clock, usage) {

            @Override
            protected LocalDate typed(TypedWords words, Arguments before) {
                return words.take("due") ? day(words.rest()) : null;
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(Forms.field(id(), label, "", true, Forms.date(id())));
            }
        };
    }
}
