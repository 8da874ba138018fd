package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

class InboxTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void whatAStopLeavesIsTakenUpInTheOrderItCame() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        List<Inbox.ClaimedRequest> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(inbox.keep(new IncomingRequest("key" + i, IncomingRequest.Kind.WORK, "U0ADA", "body", false))
                    .orElseThrow());
            FIELD_CERT.clock().advance(Duration.ofMillis(3));
        }

        for (int left : new int[] {3, 0, 4, 1, 2}) {
            inbox.leave(kept.get(left), Duration.ZERO);
            FIELD_CERT.clock().advance(Duration.ofMillis(3));
        }

        for (int i = 0; i < 5; i++) {
            assertThat(inbox.claimLeftBehind().orElseThrow().key()).isEqualTo("key" + i);
        }
    }

    @Test
    void anArrivalIsWrittenAsSpringDataReadsIt() {
        Instant now = Instant.parse("2026-11-09T08:00:00Z");
        Inbox.Entry entry = new Inbox.Entry("key", "U0ADA", "payload={}", true, now, now.plusSeconds(45), null, 1);
        Document mapped = new Document();
        FIELD_CERT.bean(MongoTemplate.class).getConverter().write(entry, mapped);

        assertThat(entry.written()).isEqualTo(mapped);
    }
}
