package dev.fieldcert.slack.admin.rights;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When people are erased without a request.
 *
 * @param retention how long data is kept after the Slack account is gone
 */
@ConfigurationProperties("fieldcert.erasure")
public record ErasureSettings(Period retention) {

    public ErasureSettings {
        if (retention == null || retention.isNegative()) {
            throw new IllegalArgumentException("fieldcert.erasure.retention must be a period like P24M, but is "
                    + (retention == null ? "empty" : retention) + ".");
        }
    }
}
