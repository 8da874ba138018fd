package dev.fieldcert.drip;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Due dates in a sentence. */
final class DueWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private DueWords() {}

    static String of(DueNotice notice) {
        String due = day(notice.due());
        if (notice.stage() == DueNotice.Stage.PASSED) {
            return notice.title() + " was due on " + due + ". It still counts: finish it when you can.";
        }
        String left;
        switch (notice.workingDaysLeft()) {
            case 0:
                left = "today is the last working day";
                break;
            case 1:
                left = "one working day is left after today";
                break;
            default:
                left = notice.workingDaysLeft() + " working days are left";
                break;
        }
        return notice.title() + " is due on " + due + "; " + left + ".";
    }

    static String of(DueAtRisk risk) {
        List<String> choices = risk.choices().stream()
                .map(choice -> {
                    if (choice instanceof DueAtRisk.Choice.RaiseBudget raise) {
                        return "take " + raise.contactsADay() + " contacts a day (in settings)";
                    }
                    if (choice instanceof DueAtRisk.Choice.MoveDueDate move) {
                        return "ask for " + day(move.to()) + " as the due date";
                    }
                    return "go on as it is, learning ahead with “next” whenever you like";
                })
                .toList();
        return "At this pace " + risk.title() + " will not be done by " + day(risk.due()) + ": "
                + risk.needed() + " steps are left and there is room for " + risk.possible() + ". You could "
                + String.join(", or ", choices) + ".";
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
