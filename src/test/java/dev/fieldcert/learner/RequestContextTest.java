package dev.fieldcert.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestContextTest {

    private static String keyOf(String request) {
        return new RequestContext(request, Instant.EPOCH).request();
    }

    @Test
    void longKeysThatDifferAtTheirEndsAreDifferentRequests() {
        String first = "message:D0LOCAL000RV:1762250461.000123";
        assertThat(keyOf(first)).isEqualTo(keyOf(first)).isNotEqualTo(keyOf("message:D0LOCAL000RV:1762250461.000124"));
    }
}
