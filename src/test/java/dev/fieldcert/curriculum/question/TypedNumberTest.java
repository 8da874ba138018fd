package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$1.2M;1200000",
                "1.2 million;1200000",
                "1,200,000;1200000",
                "1 200 000;1200000",
                "1.200.000;1200000",
                "1'200'000;1200000",
                "1’200’000;1200000",
                "1\u202F200\u202F000;1200000",
                "1\u00A0200\u00A0000;1200000",
                "390k;390000",
                "40k.;40000",
                "1,2 Mio.;1200000",
                "1,2 Mio. €;1200000",
                "$1,200.;1200",
                "390 K;390000",
                "$390K;390000",
                "-40k;-40000",
                "−40k;-40000",
                "–40k;-40000",
                "- 40k;-40000",
                "(40k);-40000",
                "($40,000);-40000",
                "-$40,000;-40000",
                "$-40,000;-40000",
                "€40.000;40000",
                "40.000 €;40000",
                "40 000 USD;40000",
                "US$ 40,000;40000",
                "1,200.50;1200.50",
                "1.200,50;1200.50",
                "1200,5;1200.5",
                "1,200;1200",
                "1.200;1200",
                "1.200k;1200",
                "1,200k;1200000",
                "0.5M;500000",
                ".5M;500000",
                "1,5M;1500000",
                "2bn;2000000000",
                "0;0",
                "about 40k;40000",
                "~40k;40000",
                "+40k;40000",
                "１２０;120",
                "12 thousand;12000",
                "1,25;1.25",
                "12,3456;12.3456"
            })
    void anAmountOfMoneyIsReadAsPeopleTypeIt(String typed, BigDecimal value) {
        assertThat(TypedNumber.read(typed, Measure.MONEY).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12,5 %;0.125",
                "12.5%;0.125",
                "12.5;0.125",
                "-3%;-0.03",
                "100 percent;1",
                "0.5%;0.005",
                "12,500%;0.125",
                "33 per cent;0.33",
                "12.5 pct;0.125",
                "0;0"
            })
    void aPercentageIsAShareOfOne(String typed, BigDecimal value) {
        assertThat(TypedNumber.read(typed, Measure.PERCENT).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3x;3",
                "3,5x;3.5",
                "3.5 X;3.5",
                "3.5;3.5",
                "3×;3",
                "3 times;3",
                "3:1;3",
                "2.5 : 1;2.5",
                "300%;3",
                "3,125;3.125"
            })
    void aRatioIsAFactor(String typed, BigDecimal value) {
        assertThat(TypedNumber.read(typed, Measure.RATIO).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"12;12", "1,200;1200", "1.200;1.2", "1.5k;1500", "0,125;0.125", "12.0;12"})
    void aCountReadsACommaBeforeThreeDigitsAsThousands(String typed, BigDecimal value) {
        assertThat(TypedNumber.read(typed, Measure.NUMBER).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "lots",
                "1,2,3",
                "1.2.3",
                "12..5",
                "$",
                "--40",
                "(-40)",
                "40%",
                "3x",
                "1e9",
                "1/2",
                "12 apples",
                "$40€",
                "1,20,000",
                "12 34",
                "=1+1",
                "1,200,00.5",
                "NaN",
                "1'200,000'",
                "k",
                "12kk",
                "0x10"
            })
    void nonsenseIsAskedAboutAgain(String typed) {
        TypedNumber read = TypedNumber.read(typed, Measure.MONEY);

        assertThat(read.problem()).as(typed).isPresent();
        assertThat(read.value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.35", "1", "0,35", ".5"})
    void aShareTypedWithoutThePercentSignIsAskedAbout(String typed) {
        assertThat(TypedNumber.read(typed, Measure.PERCENT).problem().orElseThrow())
                .startsWith("Do you mean ")
                .endsWith("Write it with the % sign.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$40", "40 euros"})
    void moneyIsNotACount(String typed) {
        assertThat(TypedNumber.read(typed, Measure.NUMBER).problem().orElseThrow())
                .startsWith("This question doesn’t ask for an amount of money.");
    }

    @Property
    void whatTheBotShowsItReads(@ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long hundredths) {
        BigDecimal value = BigDecimal.valueOf(hundredths, 2);
        for (Measure measure : Measure.values()) {
            TypedNumber read = TypedNumber.read(measure.shown(value), measure);
            assertThat(read.problem()).as(measure.shown(value)).isEmpty();
            assertThat(read.value()).as(measure.shown(value)).isEqualByComparingTo(value);
        }
    }

    @Property
    void noTextMakesReadingThrow(@ForAll String typed) {
        for (Measure measure : Measure.values()) {
            TypedNumber read = TypedNumber.read(typed, measure);
            assertThat(read.value() == null).isEqualTo(read.problem().isPresent());
        }
    }

    @Test
    void aThousandInOneLanguageAndAMillionInAnotherIsNotGuessed() {
        assertThat(TypedNumber.read("390 mil", Measure.MONEY).problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.125% or 12.5%", "1, 1% or 100%", "0.5, 0.5% or 50%"})
    void aShareThatMayBeAPercentageIsAskedAboutInTheDigitsThatWereTyped(String typed, String asked) {
        assertThat(TypedNumber.read(typed, Measure.PERCENT).problem().orElseThrow())
                .contains("mean " + asked + "?");
    }
}
