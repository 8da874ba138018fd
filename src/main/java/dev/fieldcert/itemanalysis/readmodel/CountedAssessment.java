package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.AttemptOutcome;
import java.util.Collection;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The outcomes of a course's certifying attempts. */
@Document("assessment_statistics")
@TypeAlias("assessment-statistics")
record CountedAssessment(@Id String course, byte[] packed) {

    static CountedAssessment of(String course, Collection<AttemptOutcome> now, List<AttemptOutcome> before) {
        return new CountedAssessment(
                course, Packed.outcomes(Packed.put(before, now, AttemptOutcome::key, AttemptOutcome::second)));
    }

    List<AttemptOutcome> outcomes() {
        return Packed.outcomes(packed);
    }
}
