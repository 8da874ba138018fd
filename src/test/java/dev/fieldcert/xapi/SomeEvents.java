package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.RightAnswer;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.curriculum.question.WrongAnswer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Calibration;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import dev.fieldcert.learner.SmallCourse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that makes a statement, in a program with a question of each kind. */
final class SomeEvents {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00.250Z");
    private static final String ADA = "U0ADA";
    private static final String COURSE = SmallCourse.COURSE;
    private static final String FIRST = SmallCourse.FIRST;
    private static final String SECOND = SmallCourse.SECOND;

    private SomeEvents() {}

    static Program program() {
        Objective plain = SmallCourse.objective(FIRST, Optional.empty());
        Objective all = new Objective(
                FIRST,
                "Objective “first” <&> \uD83D\uDE80",
                "",
                List.of(),
                List.of(),
                plain.lesson(),
                SomeQuestions.ofEachKind(),
                plain.checkPool(),
                Optional.empty());
        Program program = SmallCourse.program();
        return new Program(
                program.version(),
                program.id(),
                program.title(),
                program.paths(),
                List.of(
                        SmallCourse.course(
                                COURSE,
                                false,
                                List.of(all, SmallCourse.objective(SECOND, Optional.of(SmallCourse.assignment())))),
                        SmallCourse.other()),
                List.of(),
                List.of());
    }

    static LearnerEvent.AnswerGiven answer(String question, List<String> answer, double score) {
        return answer(ADA, "a1:" + question + ":" + score, question, answer, score, NOW);
    }

    static LearnerEvent.AnswerGiven answer(
            String learner, String id, String question, List<String> answer, double score, Instant at) {
        return new LearnerEvent.AnswerGiven(
                learner + ":" + id,
                learner,
                COURSE,
                FIRST,
                question,
                "v1",
                Attempt.Kind.PRACTICE,
                answer,
                score,
                Confidence.FAIRLY,
                at,
                at.minusSeconds(14),
                null);
    }

    private static LearnerEvent.AttemptTaken attempt(String id, Attempt.Kind kind, String objective, boolean passed) {
        AttemptResult result = new AttemptResult(
                id,
                kind,
                COURSE,
                objective,
                "v1",
                passed ? 0.875 : 0.3333333,
                passed,
                List.of(
                        new AttemptResult.ObjectiveScore(FIRST, 1, true),
                        new AttemptResult.ObjectiveScore(SECOND, passed ? 1 : 0, passed)),
                List.of(),
                null,
                1,
                Calibration.NONE,
                List.of());
        return new LearnerEvent.AttemptTaken(ADA + ":" + id, ADA, result, NOW.minusSeconds(754), NOW);
    }

    static LearnerEvent.BadgeGiven badge(String award, String badge, String course) {
        return new LearnerEvent.BadgeGiven(
                award, ADA, badge, course, 0.9, "v1", NOW.minusSeconds(99_999), NOW, null, List.of());
    }

    static LearnerEvent.Submitted submission(int number) {
        return new LearnerEvent.Submitted(
                "sub" + number, ADA, COURSE, SECOND, "v1", number, "My plan", null, List.of(), NOW);
    }

    static LearnerEvent.Reviewed review(int number, boolean approved) {
        return new LearnerEvent.Reviewed(
                "sub" + number,
                ADA,
                COURSE,
                SECOND,
                "U0BOSS",
                Map.of("aim", approved ? 4 : 1, "proof", 3, "style", 2),
                Map.of(),
                approved,
                NOW);
    }

    static LearnerEvent.Audited audited(AuditedAction.Code code) {
        return new LearnerEvent.Audited(
                "audit-" + code.code(),
                ADA,
                "U0BOSS",
                AuditedAction.of(code, COURSE).detailed(FIRST),
                "She wrote the handbook page",
                NOW);
    }

    static Milestone milestone(Milestone.What what, String subject, String detail) {
        return Milestone.of(what, ADA, subject, detail, ADA, "v1", NOW);
    }

    static List<LearnerEvent> all() {
        List<LearnerEvent> events = new ArrayList<>();
        for (Question question : SomeQuestions.ofEachKind()) {
            events.add(answer(question.id(), question.match(new RightAnswer(7)).stored(), 1));
            events.add(answer(question.id(), question.match(new WrongAnswer(7)).stored(), 0.25));
        }
        events.add(answer("single", List.of(), 0));
        events.add(
                answer("short", new Answer.Written("a[,]b[.]c \u0007\u2028 \uD83D\uDE80 <script>\"'\\").stored(), 0.1));
        events.add(answer("numeric", new Answer.Written("no idea").stored(), 0));
        events.add(answer("no-such-question", List.of("chosen", "a"), 1));
        events.add(attempt("a2", Attempt.Kind.CHECK, null, true));
        events.add(attempt("a3", Attempt.Kind.CHECK, null, false));
        events.add(attempt("a4", Attempt.Kind.TEST_OUT, null, false));
        events.add(attempt("a5", Attempt.Kind.TEST_OUT, FIRST, true));
        events.add(milestone(Milestone.What.ENROLLED, SmallCourse.PATH, null));
        events.add(milestone(Milestone.What.ENROLLED, COURSE, null));
        events.add(milestone(Milestone.What.LESSON_DONE, COURSE, FIRST));
        events.add(submission(1));
        events.add(review(1, false));
        events.add(submission(2));
        events.add(review(2, true));
        events.add(audited(AuditedAction.Code.OBJECTIVE_EXCUSED));
        events.add(badge("award-1", COURSE + "-101", COURSE));
        events.add(badge("award-2", "basics-certificate", null));
        events.add(milestone(Milestone.What.BADGE_REVOKED, "award-1", "Badge plans-101"));
        return events;
    }
}
