package dev.fieldcert.stored;

import java.util.function.Predicate;
import org.springframework.data.util.TypeCollector.TypeCollectorFilters;

/**
 * Keeps exceptions out of what the ahead-of-time build takes for stored types: it follows the methods of stored types, and
 * one of them may return a type that throws an exception of its own.
 */
final class NoExceptions implements TypeCollectorFilters {

    @Override
    public Predicate<Class<?>> classPredicate() {
        return type -> !Throwable.class.isAssignableFrom(type);
    }
}
