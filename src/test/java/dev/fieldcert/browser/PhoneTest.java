package dev.fieldcert.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody learns on a telephone. What they see lies in {@code target/browser} afterwards. */
class PhoneTest extends InTheBrowser {

    private static final int ANSWERS = 15;

    PhoneTest() {
        super(390, 844);
    }

    private Visitor ada;

    @BeforeEach
    void arrive() {
        ada = visitor.arrivesAs("ada");
    }

    @Test
    void eachCardIsSeenFromItsStart() {
        ada.types("/cert enroll applying-devops");
        assertThat(ada.sees()).contains("card 1 of");
        ada.takesAPicture("phone-card-1");
        assertThat(newestStartsInSight()).as("card 1").isTrue();
        int card = 1;
        while (ada.seesTheButton("Next")) {
            ada.clicks("Next");
            card++;
            assertThat(ada.sees()).contains("card " + card + " of");
            ada.takesAPicture("phone-card-" + card);
            assertThat(newestStartsInSight()).as("card " + card).isTrue();
        }
        assertThat(card).isGreaterThan(3);
    }

    /** Right and wrong by turns, so that short and long explanations come. */
    @Test
    void theVerdictIsInSightAfterEachAnswer() {
        ada.types("/cert enroll applying-devops").clicks("I’m ready");
        List<String> hidden = new ArrayList<>();
        for (int answer = 1; answer <= ANSWERS; answer++) {
            key.answer("U0LOCALADA", ada, answer % 3 == 0);
            ada.takesAPicture("phone-verdict-" + answer);
            if (!verdictIsInSight()) {
                hidden.add("answer " + answer);
            }
            if (answer < ANSWERS && key.attempt("U0LOCALADA").isEmpty()) {
                ada.clicks("What’s next?").clicks("I’m ready");
            }
        }
        assertThat(hidden).hasSizeLessThanOrEqualTo(1);
    }

    private boolean verdictIsInSight() {
        return Boolean.TRUE.equals(browser.executeScript("""
                const frame = document.getElementById("log-frame").getBoundingClientRect();
                const verdict = [...document.querySelectorAll("#log article h2")]
                    .filter((heading) => /^(✅|❌|🟡)/u.test(heading.textContent)).at(-1).getBoundingClientRect();
                return verdict.top >= frame.top && verdict.bottom <= frame.bottom;
                """));
    }

    private boolean newestStartsInSight() {
        return Boolean.TRUE.equals(browser.executeScript("""
                const frame = document.getElementById("log-frame").getBoundingClientRect();
                const card = [...document.querySelectorAll("#log article")].at(-1).getBoundingClientRect();
                return card.top >= frame.top - 1 && card.top < frame.bottom - 100;
                """));
    }
}
