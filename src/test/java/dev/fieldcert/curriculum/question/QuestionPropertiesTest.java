package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every kind of question. */
class QuestionPropertiesTest {

    @Test
    void everyKindIsAmongTheExamples() {
        assertThat(SomeQuestions.ofEachKind().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(SomeQuestions.kinds());
    }

    @Property
    void theRightAnswerScoresOne(@ForAll("questions") Question question, @ForAll long seed) {
        Answer right = question.match(new RightAnswer(seed));

        assertThat(question.problemWith(right, seed)).isEmpty();
        GradingResult grading = question.grade(right, seed);
        assertThat(grading.score()).isEqualTo(1);
        assertThat(grading.isRight()).isTrue();
        assertThat(grading.given()).isEqualTo(grading.correct());
        assertThat(grading.remarks()).isEmpty();
        assertThat(grading.explanation()).contains(question.explanation());
    }

    @Property
    void anyAnswerScoresBetweenNothingAndOne(
            @ForAll("questions") Question question, @ForAll long seed, @ForAll long clicks) {
        Answer answer = question.match(new AnyAnswer(seed, new Random(clicks)));

        if (question.problemWith(answer, seed).isEmpty()) {
            GradingResult grading = question.grade(answer, seed);
            assertThat(grading.score()).isBetween(0.0, 1.0);
            assertThat(grading.given()).isNotBlank();
            assertThat(grading.correct()).isNotBlank();
        }
    }

    @Property
    void theSameSeedPosesTheSameQuestion(@ForAll("questions") Question question, @ForAll long seed) {
        assertThat(question.prompt(seed)).isEqualTo(question.prompt(seed)).doesNotContain("{", "}");
        assertThat(question.stimulus(seed)).isEqualTo(question.stimulus(seed));
        assertThat(question.match(new RightAnswer(seed))).isEqualTo(question.match(new RightAnswer(seed)));
    }

    @Property
    void aStoredAnswerIsReadBack(@ForAll("questions") Question question, @ForAll long seed, @ForAll long clicks) {
        Answer answer = question.match(new AnyAnswer(seed, new Random(clicks)));

        assertThat(Answer.of(answer.stored())).isEqualTo(answer);
    }

    @Property
    void whatIsShownIsWhatThereIsInAnotherOrder(@ForAll long seed) {
        assertThat(SomeQuestions.singleChoice().options(seed))
                .containsExactlyInAnyOrderElementsOf(
                        SomeQuestions.singleChoice().options())
                .last()
                .matches(Option::pinned);
        assertThat(SomeQuestions.matching().targets(seed))
                .extracting(Item::text)
                .containsExactlyInAnyOrder("Where?", "How to grow?", "How to win?", "Who owns the lead?");
        assertThat(SomeQuestions.sorting().items(seed))
                .extracting(Item::text)
                .containsExactlyInAnyOrder("Move a deal back", "Call the 50/50", "Clean close dates");
        assertThat(SomeQuestions.ordering().shown(seed))
                .extracting(Item::text)
                .containsExactlyInAnyOrder("Observe", "Orient", "Decide", "Act")
                .isNotEqualTo(SomeQuestions.ordering().steps());
        Scenario scenario = SomeQuestions.scenario();
        Scenario.Scene first = scenario.scene(Answer.Walked.start()).orElseThrow();
        assertThat(scenario.choices(first, seed)).containsExactlyInAnyOrderElementsOf(first.choices());
    }

    @Property
    void anAnswerOfAnotherKindIsRefused(
            @ForAll("questions") Question question, @ForAll("questions") Question other, @ForAll long seed) {
        Answer answer = other.match(new RightAnswer(seed));
        Answer own = question.match(new RightAnswer(seed));

        if (!answer.getClass().equals(own.getClass())) {
            assertThatThrownBy(() -> question.problemWith(answer, seed)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> question.grade(answer, seed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(SomeQuestions.ofEachKind());
    }

    /** Somebody who clicks and types at random. */
    private record AnyAnswer(long seed, Random random) implements Question.Cases<Answer> {

        @Override
        public Answer singleChoice(SingleChoice question) {
            return Answer.Chosen.of(pick(question.options()).id());
        }

        @Override
        public Answer multipleChoice(MultipleChoice question) {
            return new Answer.Chosen(question.options().stream()
                    .filter(option -> random.nextBoolean())
                    .map(Option::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        @Override
        public Answer trueFalse(TrueFalse question) {
            return Answer.Chosen.of(String.valueOf(random.nextBoolean()));
        }

        @Override
        public Answer matching(Matching question) {
            return assigned(question.left(), question.targets(seed));
        }

        @Override
        public Answer sorting(Sorting question) {
            return assigned(question.items(seed), question.categories());
        }

        private Answer assigned(List<Item> items, List<Item> targets) {
            List<Item> shuffled = new java.util.ArrayList<>(targets);
            Collections.shuffle(shuffled, random);
            Map<String, String> assigned = new LinkedHashMap<>();
            for (Item item : items) {
                Item target = shuffled.get(assigned.size() % shuffled.size());
                if (random.nextInt(10) > 0) {
                    assigned.put(item.id(), target.id());
                }
            }
            return new Answer.Assigned(assigned);
        }

        @Override
        public Answer ordering(Ordering question) {
            List<Item> steps = new java.util.ArrayList<>(question.shown(seed));
            Collections.shuffle(steps, random);
            return new Answer.Ordered(steps.subList(random.nextInt(2), steps.size()).stream()
                    .map(Item::id)
                    .toList());
        }

        @Override
        public Answer numeric(Numeric question) {
            return new Answer.Written(random.nextInt(5) == 0 ? "lots" : random.nextInt(900) + "k");
        }

        @Override
        public Answer shortAnswer(ShortAnswer question) {
            return new Answer.Written(pick(List.of("act", "adapt", "", "something else", "actoin")));
        }

        @Override
        public Answer written(Written question) {
            return new Answer.SelfChecked(
                    pick(List.of("", "In my words.")),
                    java.util.Set.of(pick(question.points()).id()));
        }

        @Override
        public Answer scenario(Scenario question) {
            Answer.Walked walked = Answer.Walked.start();
            while (!question.isComplete(walked) && random.nextInt(8) > 0) {
                walked = walked.then(
                        pick(question.scene(walked).orElseThrow().choices()).id());
            }
            return walked;
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
