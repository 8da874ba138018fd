package dev.fieldcert.badge.picture;

import java.util.Arrays;

/** The colors of a level. White and {@code ink} both have a contrast of at least 7:1 on the panel. */
public enum Level {
    L101(101, "#ffd943", "#f0a500", "#ffd943", "#4a3900", "#211900"),
    L201(201, "#ffa94d", "#e8590c", "#ffb871", "#55230a", "#260e02"),
    L301(301, "#b197fc", "#6f42d8", "#cdbcff", "#35207a", "#170a3f"),
    L401(401, "#ff8a8a", "#cf1f38", "#ffadad", "#5e101c", "#2b0409");

    private final int number;
    final String rimTop;
    final String rimBottom;
    final String ink;
    final String panelTop;
    final String panelBottom;

    Level(int number, String rimTop, String rimBottom, String ink, String panelTop, String panelBottom) {
        this.number = number;
        this.rimTop = rimTop;
        this.rimBottom = rimBottom;
        this.ink = ink;
        this.panelTop = panelTop;
        this.panelBottom = panelBottom;
    }

    /** The level's strong color, {@code #rrggbb}, for edges and lines. */
    public String edge() {
        return rimBottom;
    }

    /** A dark shade of the level's color, {@code #rrggbb}, that is readable on white. */
    public String dark() {
        return panelTop;
    }

    /** @throws IllegalArgumentException if the level is unknown */
    public static Level of(int number) {
        return Arrays.stream(values())
                .filter(level -> level.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No badge has level " + number));
    }
}
