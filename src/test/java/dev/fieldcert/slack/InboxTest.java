package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

class InboxTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void anArrivalIsWrittenAsSpringDataReadsIt() {
        Instant now = Instant.parse("2026-11-09T08:00:00Z");
        Inbox.Entry entry = new Inbox.Entry("key", "U0ADA", "payload={}", true, now, now.plusSeconds(45), null, 1);
        Document mapped = new Document();
        FIELD_CERT.bean(MongoTemplate.class).getConverter().write(entry, mapped);

        assertThat(entry.written()).isEqualTo(mapped);
    }
}
