package dev.fieldcert.itemanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often good items raise an alarm, and how soon a wrong key is found: the rates that the docs name. */
class FalseAlarmTest {

    /** As many check questions as the built-in program has. */
    private static final int ITEMS = 196;

    /** Somebody looks again and again while answers come in: from the first few to what 500 learners give. */
    private static final List<Integer> LOOKS = List.of(10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 244);

    /** How many of the items raise an alarm at one of the looks. */
    private static List<Finding> alarms(long seed) {
        SimulatedCourse course = new SimulatedCourse(seed, ITEMS);
        Usual usual = course.usual();
        List<Finding> alarms = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            List<Response> responses = course.responses(item, LOOKS.get(LOOKS.size() - 1), 0);
            Set<Class<?>> raised = new HashSet<>();
            for (int look : LOOKS) {
                for (Finding finding :
                        Findings.of(ItemStatistics.of(responses.subList(0, look)), SimulatedCourse.FOUR, usual, 0)) {
                    if (finding.isAlarm() && raised.add(finding.getClass())) {
                        alarms.add(finding);
                    }
                }
            }
        }
        return alarms;
    }

    @Test
    void aHundredAndNinetySixGoodItemsRaiseLessThanOneAlarmInTheirWholeLife() {
        int seeds = 20;
        List<Finding> alarms = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            alarms.addAll(alarms(seed));
        }

        assertThat((double) alarms.size() / seeds).as("%s", alarms).isLessThan(1);
    }

    /** The same options with another one as the key. */
    private static Choices keyed(int place) {
        return new Choices(
                SimulatedCourse.FOUR.options().stream()
                        .map(option -> new Choices.Choice(option.id(), option.text(), option.place() == place))
                        .toList(),
                true);
    }

    /** Share of seeds in which a key planted wrongly is found at one of these looks. */
    private static double found(List<Integer> looks) {
        int seeds = 400;
        int found = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            SimulatedCourse course = new SimulatedCourse(seed, 20);
            int planted = 1 + (int) (seed % 3);
            List<Response> responses = course.responses(0, 50, planted);
            found += looks.stream().anyMatch(look -> isFound(responses.subList(0, look), planted)) ? 1 : 0;
        }
        return (double) found / seeds;
    }

    private static boolean isFound(List<Response> responses, int planted) {
        ItemStatistics item = ItemStatistics.of(responses);
        return Findings.of(item, keyed(planted), Usual.of(List.of(item)), 0).stream()
                .anyMatch(finding -> finding instanceof Finding.WrongKey wrong && wrong.option() == 0);
    }

    /** The looks are among those at which good items raise no alarm. */
    @Test
    void aWrongKeyIsFoundWithinThirtyAnswersInFourSeedsOfFive() {
        assertThat(found(List.of(10, 15, 20, 25, 30))).as("within 30").isGreaterThanOrEqualTo(0.8);
        assertThat(found(List.of(30))).as("still shown at 30").isGreaterThanOrEqualTo(0.75);
        assertThat(found(List.of(50))).as("still shown at 50").isGreaterThanOrEqualTo(0.85);
    }

    private static ItemStatistics answered(int n, int right, int... wrongByOption) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int chosen = 0;
            for (int option = 0, left = i - right; option < wrongByOption.length && left >= 0; option++) {
                chosen = option + 1;
                left -= wrongByOption[option];
            }
            responses.add(new Response(i, i, chosen == 0 ? 1 : 0, 0.5, 10, 20, null, 1 << chosen, true));
        }
        return ItemStatistics.of(responses);
    }

    private static List<Finding> findings(ItemStatistics item) {
        return Findings.of(item, SimulatedCourse.FOUR, new Usual(0, 0, 0, 0), 0);
    }

    @Test
    void anOptionThatNobodyOfThirtyChoseIsWorthALookAndOfAHundredAndSeventyAnAlarm() {
        assertThat(findings(answered(29, 20, 5, 4, 0))).isEmpty();
        assertThat(findings(answered(30, 21, 5, 4, 0))).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(Finding.DeadOption.class);
            assertThat(finding.isAlarm()).isFalse();
            assertThat(finding.chance()).isBetween(0.6, 0.7);
        });
        assertThat(findings(answered(170, 161, 5, 4, 0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isAlarm()).isTrue());
    }

    @Test
    void everybodyRightAndNobodyRightAreSaidAsSuch() {
        assertThat(findings(answered(30, 30, 0, 0, 0))).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(Finding.Everybody.class);
            assertThat(finding.isAlarm()).isFalse();
        });
        assertThat(findings(answered(140, 140, 0, 0, 0)).get(0).isAlarm()).isTrue();
        assertThat(findings(answered(30, 0, 10, 10, 10))).anySatisfy(finding -> {
            assertThat(finding).isInstanceOf(Finding.Nobody.class);
            assertThat(finding.isAlarm()).isTrue();
        });
    }

    /** Seven of seven against the key: below one in a hundred, were both as attractive. */
    @Test
    void aWrongKeyNeedsMoreThanAPopularMistake() {
        assertThat(findings(answered(7, 0, 7, 0, 0))).hasSize(1);
        assertThat(findings(answered(6, 0, 6, 0, 0))).isEmpty();
        ItemStatistics popularAmongTheWeak = ItemStatistics.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).stream()
                .map(i -> new Response(i, i, i == 1 ? 1 : 0, i == 1 ? 0.9 : 0.3, 10, 20, null, i == 1 ? 1 : 2, true))
                .toList());
        assertThat(findings(popularAmongTheWeak)).isEmpty();
    }

    @Test
    void twoReportsAreAnAlarmAndOneIsNot() {
        assertThat(Findings.of(answered(3, 3), SimulatedCourse.FOUR, new Usual(0, 0, 0, 0), 1))
                .isEmpty();
        assertThat(Findings.of(answered(3, 3), SimulatedCourse.FOUR, new Usual(0, 0, 0, 0), 2))
                .containsExactly(new Finding.Reported(2));
    }

    @Test
    void timeAndCertaintyAreComparedWithWhatIsUsualInTheCourse() {
        List<Response> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(new Response(
                    i, i, i < 8 ? 1 : 0, 0.5, 5, 100 + i, dev.fieldcert.learner.Confidence.CERTAIN, 1, true));
        }
        ItemStatistics item = ItemStatistics.of(slow);

        List<Finding> found = Findings.of(item, new Choices(List.of(), false), new Usual(20, 30, 0.1, 0.1), 0);

        assertThat(found).hasSize(2).allMatch(Finding::isAlarm);
        assertThat(found)
                .anySatisfy(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Finding.OutOfTime.class,
                                time -> assertThat(time.isSlow()).isTrue()));
        assertThat(found)
                .anySatisfy(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Finding.Overconfident.class,
                                sure -> assertThat(sure.wrong()).isEqualTo(12)));
        assertThat(Findings.of(item, new Choices(List.of(), false), new Usual(20, 60, 0.4, 0.1), 0))
                .as("within a factor of what is usual")
                .isEmpty();
    }
}
