package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a card shows beside its words.
 *
 * @param name of its file, without the ending
 * @param alternative the same in words
 */
public record CardPicture(String name, String alternative, Content content) {

    /** How wide every picture is, in its own units: twice a phone's width. */
    public static final int WIDTH = 720;

    /** What it is drawn from. */
    public sealed interface Content {}

    /**
     * An author's own drawing, 720 units wide and without a ground of its own.
     *
     * @param height in the same units
     */
    public record Drawn(String svg, int height) implements Content {}

    /**
     * One thing after another, from top to bottom.
     *
     * @param loop whether the last leads to the first again
     */
    public record Steps(List<Step> steps, boolean loop) implements Content {

        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** @param note what happens there; may be empty */
    public record Step(String name, String note) {}

    /**
     * Amounts side by side.
     *
     * @param line what they are measured against
     */
    public record Bars(Measure as, Optional<Bar> line, List<Bar> bars) implements Content {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    public record Bar(String name, BigDecimal value) {}
}
