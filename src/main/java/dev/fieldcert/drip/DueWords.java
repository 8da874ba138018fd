package dev.fieldcert.drip;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
        return "At this pace " + risk.title() + " will not be done by " + day(risk.due()) + ": " + steps(risk.needed())
                + " left, and there is room for " + risk.possible() + ".";
    }

    private static String steps(int needed) {
        return needed == 1 ? "one step is" : needed + " steps are";
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
