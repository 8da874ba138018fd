package dev.fieldcert.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RampTest {

    private static final Instant SPRING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FALL = Instant.parse("2026-09-07T09:00:00Z");
    private static final String COURSE = "plans";

    private final List<Learner> people = new ArrayList<>();

    /** @param days until the badge; negative while it is not earned */
    private void member(String cohort, Instant enrolled, int days) {
        Learner learner = new Learner("U0" + people.size());
        learner.join(cohort);
        learner.enrollInCourse(COURSE, "U0BOSS", null, enrolled);
        if (days >= 0) {
            Instant at = enrolled.plus(Duration.ofDays(days));
            SomeLearners.checked(learner.course(COURSE).orElseThrow(), 1, at);
            learner.complete(learner.course(COURSE).orElseThrow(), "award" + people.size(), at);
        }
        people.add(learner);
    }

    private Optional<Ramp> ramp(int smallest) {
        return Ramp.of(people.stream(), SmallCourse.program("v1"), smallest);
    }

    @Test
    void theCohortThatBeganLastIsComparedWithTheOneBefore() {
        List.of(30, 40, 50).forEach(days -> member("spring", SPRING, days));
        List.of(10, 20, 21, 30).forEach(days -> member("fall", FALL, days));
        member("fall", FALL, -1);
        member(null, FALL, 1);

        Ramp ramp = ramp(3).orElseThrow();

        assertThat(ramp.cohort()).isEqualTo("fall");
        assertThat(ramp.before()).contains("spring");
        assertThat(ramp.lines()).singleElement().satisfies(line -> {
            assertThat(line.now()).isEqualTo(new Ramp.Days(4, 5, 21));
            assertThat(line.before()).contains(new Ramp.Days(3, 3, 40));
        });
    }

    @Test
    void smallGroupsAreLeftOut() {
        List.of(30, 40).forEach(days -> member("spring", SPRING, days));
        List.of(10, 20, 30).forEach(days -> member("fall", FALL, days));

        assertThat(ramp(3).orElseThrow().lines().get(0).before()).isEmpty();
        assertThat(ramp(4)).isEmpty();
    }
}
