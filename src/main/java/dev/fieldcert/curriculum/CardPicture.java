package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A picture on a lesson card.
 *
 * @param name the file's name, without its extension
 * @param alternative a text alternative
 */
public record CardPicture(String name, String alternative, Content content) {

    /** The width of every picture, in its own units: twice a phone's width. */
    public static final int WIDTH = 720;

    /** What the picture is drawn from. */
    public sealed interface Content {}

    /**
     * An author's own drawing, 720 units wide, with no background.
     *
     * @param height in the same units
     */
    public record Drawn(String svg, int height) implements Content {}

    /**
     * A sequence of steps, drawn from top to bottom.
     *
     * @param loop whether the last step leads back to the first
     */
    public record Steps(List<Step> steps, boolean loop) implements Content {

        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** @param note what happens in this step; may be empty */
    public record Step(String name, String note) {}

    /**
     * Amounts side by side.
     *
     * @param line the value that the bars are compared with; may be empty
     */
    public record Bars(Measure as, Optional<Bar> line, List<Bar> bars) implements Content {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    public record Bar(String name, BigDecimal value) {}
}
