package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.webapi.SlackSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExpiredAnswerTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void whereNobodyAnswersAtTheResponseUrlTheAnswerComesInTheDm() {
        Person ada = FIELD_CERT.hires("ada");
        TextCommand command =
                new TextCommand(ada.id(), "C0LOCALGENERAL", "help", "http://127.0.0.1:1/response/x", "trigger");

        FIELD_CERT.bean(SlackSender.class).reply(command, SlackMessage.note("Here is what I can do."));

        assertThat(ada.goesToTheBot().sees()).contains("Here is what I can do.");
    }

    @Test
    void whatIsAnsweredAfterTheResponseUrlHasRunOutComesInTheDm() {
        Person ada = FIELD_CERT.hires("ada");
        String gone = FIELD_CERT.workspace().base() + "/response/T0LOCALTEAM/no-more";
        TextCommand command = new TextCommand(ada.id(), "C0LOCALGENERAL", "help", gone, "trigger");

        FIELD_CERT.bean(SlackSender.class).reply(command, SlackMessage.note("Here is what I can do."));

        assertThat(ada.goesToTheBot().sees()).contains("Here is what I can do.");
    }
}
