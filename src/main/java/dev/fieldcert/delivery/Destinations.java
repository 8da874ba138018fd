package dev.fieldcert.delivery;

import java.util.List;

/** The configured systems of one kind. */
@FunctionalInterface
public interface Destinations {

    List<? extends Destination> configured();
}
