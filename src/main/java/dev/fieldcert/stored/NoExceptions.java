package dev.fieldcert.stored;

import java.util.function.Predicate;
import org.springframework.data.util.TypeCollector.TypeCollectorFilters;

/**
 * Keeps exceptions out of the stored types that the ahead-of-time build collects. The build follows the methods of
 * stored types, and one of them may return a type with a method that throws its own exception.
 */
final class NoExceptions implements TypeCollectorFilters {

    @Override
    public Predicate<Class<?>> classPredicate() {
        return type -> !Throwable.class.isAssignableFrom(type);
    }
}
