package dev.fieldcert.slack.admin.items;

import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.badge.picture.Raster;

/**
 * A drawing of figures.
 *
 * @param name of its file, without the ending
 * @param alternative everything it shows, in words
 * @param svg {@value #WIDTH} wide: twice a phone's width
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
