package dev.fieldcert.learner.assessment;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** Unpredictable random seeds; each is stored with the attempt it was drawn for. */
@Component
class Seeds implements LongSupplier {

    private final SecureRandom random = new SecureRandom();

    @Override
    public long getAsLong() {
        return random.nextLong();
    }
}
