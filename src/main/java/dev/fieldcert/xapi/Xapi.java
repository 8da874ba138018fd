package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.delivery.Destinations;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.Learners;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Learning Record Store, if one is configured. */
@Component
class Xapi implements Destinations {

    private final List<RecordStore> stores;

    Xapi(XapiSettings settings, Learners learners, Programs programs, Posting posting, Clock clock) {
        stores = settings.isOn() ? List.of(new RecordStore(settings, learners, programs, posting, clock)) : List.of();
    }

    @Override
    public List<RecordStore> configured() {
        return stores;
    }
}
