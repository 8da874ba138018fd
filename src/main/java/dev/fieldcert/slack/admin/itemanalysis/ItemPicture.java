package dev.fieldcert.slack.admin.itemanalysis;

import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.badge.picture.Raster;

/**
 * A drawing of statistics.
 *
 * @param name file name without the ending
 * @param alternative everything that the drawing shows, in words
 * @param svg the drawing; its width is {@value #WIDTH}, twice that of a phone
 */
record ItemPicture(String name, String title, String alternative, String svg, int height) {

    static final int WIDTH = 720;

    static ItemPicture of(String name, String title, String alternative, Pen pen, int height) {
        return new ItemPicture(name, title, alternative, Pen.sheet(pen.drawing(), WIDTH, height), height);
    }

    byte[] png() {
        return Raster.png(svg, WIDTH, height);
    }
}
