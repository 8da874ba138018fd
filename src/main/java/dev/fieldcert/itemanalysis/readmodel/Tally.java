package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.itemanalysis.AttemptOutcome;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Counts answers, one learner at a time, into items and assessments. The result contains no learner's id. */
final class Tally {

    /** Finds the wording of an item in a version of the program. */
    interface WordingOf {

        String wording(String version, String course, String question);
    }

    private final WordingOf wordings;
    private final Map<ItemKey, ItemTally> items = new HashMap<>();
    private final Map<String, List<AttemptOutcome>> assessments = new HashMap<>();

    Tally(WordingOf wordings) {
        this.wordings = wordings;
    }

    private record Met(String course, String question, Mode mode) {}

    Map<ItemKey, ItemTally> items() {
        return items;
    }

    /** The outcomes of certifying attempts, by course id. */
    Map<String, List<AttemptOutcome>> assessments() {
        return assessments;
    }

    /**
     * @param answers all answers that one learner has ever given
     * @param wanted the attempts to count; the others only show which items the learner had answered before
     */
    void count(List<AnswerGiven> answers, Predicate<String> wanted) {
        List<AnswerGiven> inOrder = answers.stream()
                .sorted(Comparator.comparing(AnswerGiven::at).thenComparing(AnswerGiven::id))
                .toList();
        Set<Met> met = new HashSet<>();
        Set<String> firsts = new HashSet<>();
        Map<String, List<AnswerGiven>> attempts = new LinkedHashMap<>();
        for (AnswerGiven answer : inOrder) {
            if (met.add(new Met(answer.course(), answer.question(), mode(answer.kind())))) {
                firsts.add(answer.id());
            }
            attempts.computeIfAbsent(answer.attempt(), id -> new ArrayList<>()).add(answer);
        }
        attempts.forEach((id, of) -> {
            if (wanted.test(id)) {
                attempt(of, firsts);
            }
        });
    }

    private void attempt(List<AnswerGiven> unordered, Set<String> firsts) {
        List<AnswerGiven> answers = unordered.stream()
                .sorted(Comparator.comparingInt(AnswerGiven::index))
                .toList();
        double sum = answers.stream().mapToDouble(AnswerGiven::score).sum();
        int others = answers.size() - 1;
        for (int i = 0; i < answers.size(); i++) {
            AnswerGiven answer = answers.get(i);
            ItemKey key = new ItemKey(
                    answer.course(),
                    answer.question(),
                    wordings.wording(answer.version(), answer.course(), answer.question()),
                    mode(answer.kind()));
            Response response = new Response(
                    key(answer.attempt() + ":" + answer.index()),
                    answer.at().getEpochSecond(),
                    answer.score(),
                    others == 0 ? 0 : (sum - answer.score()) / others,
                    others,
                    seconds(answers, i),
                    answer.confidence(),
                    chosen(answer.answer()),
                    firsts.contains(answer.id()));
            items.computeIfAbsent(key, each -> new ItemTally()).add(response, answer.objective(), answer.version());
        }
        if (mode(answers.get(0).kind()) == Mode.CHECK) {
            assessments
                    .computeIfAbsent(answers.get(0).course(), course -> new ArrayList<>())
                    .add(outcome(answers));
        }
    }

    private static AttemptOutcome outcome(List<AnswerGiven> answers) {
        Map<String, List<AnswerGiven>> parts = new LinkedHashMap<>();
        answers.forEach(answer -> parts.computeIfAbsent(answer.objective(), objective -> new ArrayList<>())
                .add(answer));
        AnswerGiven first = answers.get(0);
        AnswerGiven last = answers.get(answers.size() - 1);
        return new AttemptOutcome(
                key(first.attempt()),
                last.at().getEpochSecond(),
                first.askedAt() == null ? -1 : whole(Duration.between(first.askedAt(), last.at())),
                parts.entrySet().stream()
                        .map(part -> part(part.getKey(), part.getValue()))
                        .toList());
    }

    private static AttemptOutcome.Part part(String objective, List<AnswerGiven> answers) {
        return new AttemptOutcome.Part(
                objective,
                answers.size(),
                right(answers),
                answers.stream().mapToDouble(AnswerGiven::score).average().orElse(0),
                answers.size() < AttemptOutcome.OPENING ? -1 : right(answers.subList(0, AttemptOutcome.OPENING)));
    }

    private static int right(List<AnswerGiven> answers) {
        return (int) answers.stream().filter(answer -> answer.score() >= 1).count();
    }

    /**
     * Seconds from asking to answering. Older answers do not have the time of asking; the time of the previous answer
     * is used instead; −1 if that is missing.
     */
    private static int seconds(List<AnswerGiven> answers, int i) {
        AnswerGiven answer = answers.get(i);
        if (answer.askedAt() != null) {
            return whole(Duration.between(answer.askedAt(), answer.at()));
        }
        return i > 0 && answers.get(i - 1).index() == answer.index() - 1
                ? whole(Duration.between(answers.get(i - 1).at(), answer.at()))
                : -1;
    }

    private static int whole(Duration duration) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, duration.toSeconds()));
    }

    private static int chosen(List<String> stored) {
        if (stored.isEmpty() || !stored.get(0).equals("chosen")) {
            return 0;
        }
        int chosen = 0;
        for (String option : ((Answer.Chosen) Answer.of(stored)).options()) {
            chosen |= Response.bit(option);
        }
        return chosen;
    }

    static Mode mode(Attempt.Kind kind) {
        return switch (kind) {
            case CHECK, TEST_OUT -> Mode.CHECK;
            case PRACTICE -> Mode.PRACTICE;
            case REVIEW, RETRIEVAL -> Mode.REVIEW;
        };
    }

    /** Hashes an id to a number that cannot be traced back, because attempt ids are random. */
    private static long key(String of) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
