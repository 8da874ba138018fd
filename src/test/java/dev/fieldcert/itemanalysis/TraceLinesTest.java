package dev.fieldcert.itemanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceLinesTest {

    private static Response response(int i, double rest, int chosen, boolean first) {
        return new Response(i, i, chosen == 1 ? 1 : 0, rest, 4, 10, null, chosen, first);
    }

    @Test
    void theWeakestQuarterComesFirstAndEachKnowsWhatItChose() {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            responses.add(response(i, (39 - i) / 40.0, i < 20 ? 1 : 2, true));
        }

        List<TraceLines.Quarter> quarters = TraceLines.of(responses).quarters();

        assertThat(quarters).extracting(TraceLines.Quarter::people).containsExactly(10, 10, 10, 10);
        assertThat(quarters).extracting(quarter -> quarter.share(0)).containsExactly(0.0, 0.0, 1.0, 1.0);
        assertThat(quarters).extracting(quarter -> quarter.share(1)).containsExactly(1.0, 1.0, 0.0, 0.0);
        assertThat(quarters).extracting(TraceLines.Quarter::score).containsExactly(0.0, 0.0, 1.0, 1.0);
    }

    @Test
    void equalRestScoresStayTogether() {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            responses.add(response(i, i < 4 ? 0 : i < 30 ? 0.5 : 1, 1, true));
        }

        assertThat(TraceLines.of(responses).quarters())
                .extracting(TraceLines.Quarter::people)
                .containsExactly(4, 26, 10);
    }

    @Test
    void ofFewPeopleThereAreNone() {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            responses.add(response(i, i, 1, true));
        }
        responses.add(response(30, 1, 1, false));

        assertThat(TraceLines.of(responses).quarters()).isEmpty();
    }
}
