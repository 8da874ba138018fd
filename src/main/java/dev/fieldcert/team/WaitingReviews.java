package dev.fieldcert.team;

import dev.fieldcert.drip.WorkingDays;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds submissions whose reviewer does not respond. */
@Service
public class WaitingReviews {

    /** How far back to look; older submissions were escalated long ago. */
    private static final Duration LOOK_BACK = Duration.ofDays(60);

    private final Records records;
    private final Learners learners;
    private final Managers managers;

    WaitingReviews(Records records, Learners learners, Managers managers) {
        this.records = records;
        this.learners = learners;
        this.managers = managers;
    }

    public record Overdue(LearnerEvent.Submitted work, LearnerEvent.Escalated.Why why) {}

    /** The managers of waiting submissions. Refresh their accounts before calling {@link #overdue}. */
    public List<String> reviewers(Instant now) {
        return waiting(now).stream().map(Waiting::manager).distinct().toList();
    }

    /**
     * Submissions to escalate now, oldest first. Those of learners without a manager are not included, because the
     * admins review them from the start.
     */
    public List<Overdue> overdue(Instant now) {
        Map<String, Optional<Managers.Seen>> seen = new HashMap<>();
        Map<String, WorkingDays> days = new HashMap<>();
        List<Overdue> overdue = new ArrayList<>();
        for (Waiting waiting : waiting(now)) {
            var manager = seen.computeIfAbsent(waiting.manager(), managers::find);
            if (manager.map(Managers.Seen::gone).orElse(false)) {
                overdue.add(new Overdue(waiting.work(), LearnerEvent.Escalated.Why.REVIEWER_LEFT));
            } else if (ReviewEscalation.isOver(
                    waiting.work().at(),
                    now,
                    days.computeIfAbsent(waiting.manager(), this::workingDays),
                    manager.map(Managers.Seen::zoneId).orElse(java.time.ZoneOffset.UTC))) {
                overdue.add(new Overdue(waiting.work(), LearnerEvent.Escalated.Why.NO_ANSWER));
            }
        }
        return overdue;
    }

    private record Waiting(LearnerEvent.Submitted work, String manager) {}

    private List<Waiting> waiting(Instant now) {
        List<LearnerEvent.Submitted> works = records.unanswered(now.minus(LOOK_BACK), now);
        Map<String, Learner> byId =
                learners
                        .findAll(works.stream()
                                .map(LearnerEvent.Submitted::learner)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Learner::id, learner -> learner));
        return works.stream()
                .filter(work -> isNewest(work, byId.get(work.learner())))
                .flatMap(work -> byId.get(work.learner()).profile().manager().stream()
                        .map(manager -> new Waiting(work, manager)))
                .toList();
    }

    private static boolean isNewest(LearnerEvent.Submitted work, Learner learner) {
        return learner != null
                && learner.course(work.course())
                        .map(progress -> progress.objective(work.objective()))
                        .filter(objective -> work.id().equals(objective.submission()))
                        .isPresent();
    }

    /** The reviewer's own working days if they are a learner; otherwise Monday to Friday. */
    private WorkingDays workingDays(String reviewer) {
        Preferences preferences =
                learners.find(reviewer).map(Learner::preferences).orElse(Preferences.DEFAULT);
        return WorkingDays.of(preferences);
    }
}
