package dev.fieldcert.learner.certification;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.PathProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Awards badges and certificates. A course's badge requires the passed check and approval of every assignment. A
 * path's certificate requires a current badge for each of its courses, and ends when the first of those badges or its
 * own validity ends. It is awarded again when a renewal makes it last longer.
 */
@Service
public class EarnBadges {

    private final Programs programs;

    public EarnBadges(Programs programs) {
        this.programs = programs;
    }

    /**
     * How the learner is notified: right away if they just earned the badge themself, within their hours if another
     * person took the last step.
     */
    @FunctionalInterface
    public interface Telling {
        void enqueue(Learner learner, Notification notification, Instant now);
    }

    /** Awards what the learner has earned, once. A finished course is no longer in progress. */
    public void settle(Learner learner, CourseProgress progress, Course course, Telling telling, Instant now) {
        if (progress.checkPassedAt().isEmpty()
                || !progress.assignmentsOpen(course).isEmpty()) {
            return;
        }
        Instant startedAt = progress.startedAt().orElse(progress.enrolledAt());
        String award = give(
                learner,
                new LearnerEvent.BadgeGiven(
                        UUID.randomUUID().toString(),
                        learner.id(),
                        course.badge().id(),
                        course.id(),
                        progress.checkScore().orElseThrow(),
                        progress.checkVersion().orElseThrow(),
                        startedAt,
                        now,
                        null,
                        shown(progress, course)),
                true,
                telling);
        LocalDate renewsOn = course.badge()
                .validUntil(now)
                .map(until -> learner.dayOf(until).minusDays(OfferRenewal.DAYS_BEFORE))
                .orElse(null);
        learner.remember(progress, course, renewsOn, now);
        learner.complete(progress, award, now);
        Program program = programs.current();
        for (LearningPath path : program.paths()) {
            path.certificate()
                    .ifPresent(certificate -> certify(learner, program, path, certificate, course.id(), telling, now));
        }
    }

    private static List<LearnerEvent.ObjectiveShown> shown(CourseProgress progress, Course course) {
        return course.objectives().stream()
                .map(objective -> {
                    ObjectiveProgress now = progress.objective(objective.id());
                    ObjectiveProgress.Shown how = now.shown();
                    return new LearnerEvent.ObjectiveShown(
                            objective.id(),
                            how == null ? now.state() == ObjectiveProgress.State.TESTED_OUT : how.testedOut(),
                            now.reason() != null,
                            how == null ? 0 : how.right(),
                            how == null ? 0 : how.asked(),
                            how == null ? null : how.keptUp());
                })
                .toList();
    }

    private void certify(
            Learner learner,
            Program program,
            LearningPath path,
            BadgeDefinition certificate,
            String finished,
            Telling telling,
            Instant now) {
        List<Completion> standsOn = path.courses().stream()
                .flatMap(course -> learner.completion(course).stream())
                .filter(completion -> isCurrent(learner, completion, now))
                .toList();
        if (standsOn.size() < path.courses().size()) {
            return;
        }
        Optional<Instant> coursesUntil =
                standsOn.stream().flatMap(each -> until(each).stream()).min(Comparator.naturalOrder());
        Optional<Instant> until = Stream.concat(coursesUntil.stream(), certificate.validUntil(now).stream())
                .min(Comparator.naturalOrder());
        Optional<PathProgress> certified =
                learner.path(path.id()).filter(each -> each.certificate().isPresent());
        boolean renews = certified.isPresent();
        if (renews && !(path.courses().contains(finished) && lastsLonger(learner, certified.get(), until))) {
            return;
        }
        Instant startedAt = standsOn.stream()
                .map(Completion::enrolledAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        String award = give(
                learner,
                new LearnerEvent.BadgeGiven(
                        UUID.randomUUID().toString(),
                        learner.id(),
                        certificate.id(),
                        null,
                        standsOn.stream()
                                .mapToDouble(Completion::score)
                                .average()
                                .orElse(0),
                        program.version(),
                        startedAt,
                        now,
                        coursesUntil.orElse(null),
                        List.of()),
                !renews,
                telling);
        learner.certify(path.id(), startedAt, award, until.orElse(null));
    }

    /** Whether the certificate would last longer now. A revoked one is not awarded again automatically. */
    private static boolean lastsLonger(Learner learner, PathProgress certified, Optional<Instant> until) {
        boolean revoked = learner.isRevoked(certified.award());
        Optional<Instant> ends = certified.certifiedUntil();
        return !revoked && ends.isPresent() && (until.isEmpty() || until.get().isAfter(ends.get()));
    }

    private boolean isCurrent(Learner learner, Completion completion, Instant now) {
        return !learner.isRevoked(completion.award())
                && until(completion).filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** When the badge of a completed course ends, according to the program version in which it was earned. */
    private Optional<Instant> until(Completion completion) {
        return programs.version(completion.version())
                .flatMap(version -> version.course(completion.course()))
                .or(() -> programs.current().course(completion.course()))
                .flatMap(course -> course.badge().validUntil(completion.completedAt()));
    }

    /** @param toTheTeam whether to announce it to the team; false for a renewed certificate */
    private static String give(Learner learner, LearnerEvent.BadgeGiven given, boolean toTheTeam, Telling telling) {
        learner.record(given);
        telling.enqueue(
                learner,
                new Notification.BadgeEarned(given.badge(), given.id(), given.score(), given.startedAt(), given.at()),
                given.at());
        if (toTheTeam && learner.preferences().announceBadges()) {
            telling.enqueue(
                    learner,
                    new Notification.BadgeAnnounced(given.badge(), given.id(), given.startedAt(), given.at()),
                    given.at());
        }
        return given.id();
    }
}
