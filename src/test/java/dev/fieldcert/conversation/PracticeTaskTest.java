package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Something to write, that its writer judges and may show their manager. */
class PracticeTaskTest {

    private static final String QUESTION = "It ends with one open question about her own work";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void aWriterComparesJudgesAndKeepsIt() {
        Person ada = FIELD_CERT.hires("ada");
        ada.goesToTheBot().types("tasks");
        assertThat(ada.sees()).contains("Practice tasks", "Repair this e-mail", "It doesn’t count toward a badge");

        ada.clicks("Try: Say what DevOps brings, without the word");
        assertThat(ada.seesInModal()).contains("60 words at most", "What to look for", QUESTION);
        ada.enters("Your text", "Fewer surprises & <calm> nights | really.\nWhat woke you last?")
                .submits();
        assertThat(ada.seesInModal())
                .contains("One way to do it", "share the result", "What does your text include?")
                .doesNotContain("Send it to my manager");
        ada.ticks(QUESTION).submits();

        assertThat(ada.hasAFormOpen()).isFalse();
        assertThat(ada.sees())
                .contains("Fewer surprises & <calm> nights | really.", "What woke you last?")
                .contains("1 of 3", "✅ " + QUESTION, "I haven’t sent this to anyone else");
    }

    @Test
    void aManagerGetsItOnlyWhenItsWriterSaysSo() {
        Person grace = FIELD_CERT.hires("grace");
        Person mei = FIELD_CERT.hires("mei");
        FIELD_CERT.hires(PersonSpec.named("boss").asAdmin()).types("/cert-admin manager " + at(mei) + " " + at(grace));
        int before = grace.goesToTheBot().seesMessages().size();

        writes(mei, false);
        assertThat(mei.sees()).contains("I haven’t sent this to anyone else");
        assertThat(grace.seesMessages()).hasSize(before);
        writes(mei, true);

        assertThat(mei.sees()).contains("gets it, too. It doesn’t count toward a badge.");
        assertThat(grace.sees()).contains("wrote this and would like your feedback", "What woke you last?", "0 of 3");
        assertThat(FIELD_CERT.learner(mei).completions()).isEmpty();
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    private static void writes(Person writer, boolean share) {
        writer.goesToTheBot().types("tasks").clicks("Try: Say what DevOps brings, without the word");
        writer.enters("Your text", "What woke you last?").submits();
        if (share) {
            writer.ticks("Send it to my manager for feedback");
        }
        writer.submits();
    }
}
