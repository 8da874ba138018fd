package dev.fieldcert.slack.journey;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress;

/** The words for an objective's state. */
public final class StateWords {

    private StateWords() {}

    public static String of(ObjectiveProgress progress, Objective objective) {
        boolean asked = progress.state().isThrough() && progress.state() != ObjectiveProgress.State.EXCUSED;
        if (objective.assignment().isPresent() && asked) {
            switch (progress.assignment()) {
                case WAITING_FOR_REVIEW:
                    return "waiting for review";
                case RETURNED:
                    return "assignment returned";
                case OPEN:
                    return of(progress) + ", assignment to submit";
                default:
                    break;
            }
        }
        return of(progress);
    }

    private static String of(ObjectiveProgress progress) {
        switch (progress.state()) {
            case NEW:
                return "new";
            case LEARNING:
                return "learning";
            case LEARNT:
                return "learned";
            case TESTED_OUT:
                return "tested out";
            case EXCUSED:
                return "excused";
            default:
                return "mastered";
        }
    }
}
