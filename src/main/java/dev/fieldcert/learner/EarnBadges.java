package dev.fieldcert.learner;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.Programmes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What earns what: a course's badge needs its passed check and every practical approved; a path's certificate needs the
 * badge of each of its courses.
 */
@Service
class EarnBadges {

    private final Programmes programmes;

    EarnBadges(Programmes programmes) {
        this.programmes = programmes;
    }

    /** How it is told: at once to whoever earned it just now, in their hours when somebody else's deed was the last step. */
    @FunctionalInterface
    interface Telling {
        void owe(Learner learner, Saying saying, Instant now);
    }

    /** Gives what has been earned by now, once; the finished course leaves the learner's courses under way. */
    void settle(Learner learner, CourseProgress progress, Course course, Telling telling, Instant now) {
        if (progress.checkPassedAt == null || !progress.practicalsOpen(course).isEmpty()) {
            return;
        }
        Instant startedAt = progress.startedAt().orElse(progress.enrolledAt);
        String award = give(
                learner,
                course.badge(),
                course.id(),
                progress.checkScore,
                progress.checkVersion,
                startedAt,
                telling,
                now);
        learner.courses.remove(course.id());
        learner.completions.add(new Completion(
                course.id(), award, progress.enrolledAt, now, progress.checkScore, progress.checkVersion));
        Programme programme = programmes.current();
        for (LearningPath path : programme.paths()) {
            path.certificate().ifPresent(certificate -> certify(learner, programme, path, certificate, telling, now));
        }
    }

    private void certify(
            Learner learner,
            Programme programme,
            LearningPath path,
            BadgeDefinition certificate,
            Telling telling,
            Instant now) {
        boolean has = learner.paths.stream()
                .anyMatch(each ->
                        each.path().equals(path.id()) && each.certificate().isPresent());
        List<Completion> completions = path.courses().stream()
                .flatMap(course -> learner.completion(course).stream())
                .toList();
        if (has || completions.size() < path.courses().size()) {
            return;
        }
        double score =
                completions.stream().mapToDouble(Completion::score).average().orElse(0);
        Instant startedAt = completions.stream()
                .map(Completion::enrolledAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        String award = give(learner, certificate, null, score, programme.version(), startedAt, telling, now);
        PathProgress enrolled = learner.paths.stream()
                .filter(each -> each.path().equals(path.id()))
                .findFirst()
                .orElseGet(() -> new PathProgress(path.id(), startedAt, learner.id(), null, null));
        learner.paths.remove(enrolled);
        learner.paths.add(enrolled.certified(award));
    }

    private static String give(
            Learner learner,
            BadgeDefinition badge,
            String course,
            double score,
            String version,
            Instant startedAt,
            Telling telling,
            Instant now) {
        String award = UUID.randomUUID().toString();
        learner.note(new Fact.BadgeGiven(award, learner.id(), badge.id(), course, score, version, startedAt, now));
        telling.owe(learner, new Saying.BadgeEarned(badge.id(), award, score, startedAt, now), now);
        if (learner.preferences().announceBadges()) {
            telling.owe(learner, new Saying.BadgeAnnounced(badge.id(), award, startedAt, now), now);
        }
        return award;
    }
}
