package dev.fieldcert.badge.certificate;

import dev.fieldcert.badge.picture.Lettering;

/** The two weights of the font. */
enum Type {
    REGULAR("Inter-Regular", Lettering.REGULAR),
    BOLD("Inter-Bold", Lettering.BOLD);

    final String file;
    final Lettering lettering;

    Type(String file, Lettering lettering) {
        this.file = file;
        this.lettering = lettering;
    }
}
