package dev.fieldcert.badge.picture;

import java.util.LinkedHashMap;
import java.util.Map;

/** Caches recently drawn pictures, because a course's badge looks the same for everybody who earns it. */
final class DrawnPictures {

    private static final int MOST = 64;

    private final Map<Picture, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Picture, byte[]> eldest) {
            return size() > MOST;
        }
    };

    private record Picture(String svg, int pixels) {}

    /** @param pixels width and height */
    byte[] png(String svg, int pixels) {
        Picture picture = new Picture(svg, pixels);
        byte[] png;
        synchronized (drawn) {
            png = drawn.get(picture);
        }
        if (png == null) {
            png = Raster.png(svg, pixels, pixels);
            synchronized (drawn) {
                drawn.put(picture, png);
            }
        }
        return png.clone();
    }
}
