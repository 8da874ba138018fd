package dev.fieldcert.webhook;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.delivery.Destinations;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.Learners;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The configured receivers. */
@Component
class Webhooks implements Destinations {

    private final List<Receiver> receivers;

    Webhooks(WebhookSettings settings, Learners learners, Programs programs, Posting posting, Clock clock) {
        receivers = IntStream.range(0, settings.urls().size())
                .mapToObj(i -> new Receiver(
                        settings.urls().get(i),
                        settings.secrets().get(i),
                        settings,
                        learners,
                        programs,
                        posting,
                        clock))
                .toList();
    }

    @Override
    public List<Receiver> configured() {
        return receivers;
    }
}
