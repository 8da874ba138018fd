package dev.fieldcert.slack.work;

import dev.fieldcert.slack.blockkit.Golden;
import org.junit.jupiter.api.Test;

/** Long work, as it looks. */
class ProgressScreensTest {

    @Test
    void howFarItIs() {
        Golden.assertMatches("admin/working", ProgressMessages.working("Enrolling 5,000 people", 1234, 5000, "w1"));
        Golden.assertMatches("admin/work-canceled", ProgressMessages.canceled("Enrolling 5,000 people", 1234));
        Golden.assertMatches("admin/work-failed", ProgressMessages.failed("Enrolling 5,000 people", "7f3a91c2"));
    }
}
