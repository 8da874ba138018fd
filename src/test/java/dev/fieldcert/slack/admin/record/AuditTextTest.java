package dev.fieldcert.slack.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.AuditedAction.Code;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the audit log says. */
class AuditTextTest {

    @Test
    void eachCodeHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Code.values())
                        .map(code -> AuditText.of(AuditedAction.of(code, "subject")
                                .detailed("detail")
                                .on(LocalDate.of(2027, 3, 31))
                                .counting(7))))
                .doesNotHaveDuplicates()
                .contains(
                        "excused from subject/detail",
                        "enrolled in subject, due 2027-03-31",
                        "returned subject, 7 points",
                        "chose the channel detail for subject",
                        "reloaded the program: subject → detail");
        assertThat(Arrays.stream(Code.values()).map(Code::code)).doesNotHaveDuplicates();
    }

    @Test
    void aDueDateThatIsNoneIsNotSaid() {
        assertThat(AuditText.of(AuditedAction.of(Code.ENROLLED, "plans"))).isEqualTo("enrolled in plans");
        assertThat(AuditText.of(AuditedAction.of(Code.DUE_DATE_MOVED, "plans"))).isEqualTo("due date of plans removed");
    }
}
