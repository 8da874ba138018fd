package dev.fieldcert.team.admin;

import dev.fieldcert.learner.ProcessedRequest;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.stored.StoredEnum;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/**
 * Roles assigned by command. There are few, and they are stored in one document, so that two admins who remove each
 * other at the same moment cannot leave the program without an admin.
 */
@Repository
public class Roles {

    private static final int TRIES = 6;
    private static final int MOST = 500;

    private final MongoOperations mongo;
    private final Clock clock;

    Roles(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public enum Role implements StoredEnum {
        ADMIN("admin"),
        AUTHOR("author");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public record Holder(String person, Role role, String by, Instant at) {}

    @Document("roles")
    @TypeAlias("roles")
    static class Book {

        static final String ONLY = "all";

        @Id
        String id = ONLY;

        @Version
        Long version;

        Map<String, Holder> holders = new LinkedHashMap<>();
        List<ProcessedRequest> processedRequests = new ArrayList<>();
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:role-given")
        record Given(Role role) implements Outcome, StoredResult {}

        /** Nothing to change. */
        record Unchanged() implements Outcome {}

        @Document
        @TypeAlias("result:role-withdrawn")
        record Withdrawn(Role role) implements Outcome, StoredResult {}

        /** There is no other admin, and one must remain. */
        record LastAdmin() implements Outcome {}

        record TooMany(int most) implements Outcome {}
    }

    public Optional<Role> of(String person) {
        return Optional.ofNullable(book().holders.get(person)).map(Holder::role);
    }

    /** Everybody with a role, admins first. */
    public List<Holder> all() {
        return book().holders.values().stream()
                .sorted(Comparator.comparing(Holder::role).thenComparing(Holder::at))
                .toList();
    }

    /** @param role null to remove it */
    public Outcome change(String person, Role role, String by, boolean otherAdminsConfigured) {
        for (int attempt = 1; ; attempt++) {
            Book book = book();
            Optional<Outcome> before = ProcessedRequest.resultIn(book.processedRequests, Outcome.class);
            if (before.isPresent()) {
                return before.get();
            }
            Outcome outcome = change(book, person, role, by, otherAdminsConfigured);
            if (!(outcome instanceof StoredResult changed)) {
                return outcome;
            }
            ProcessedRequest.keep(book.processedRequests, changed, clock.instant());
            try {
                mongo.save(book);
                return outcome;
            } catch (OptimisticLockingFailureException | DuplicateKeyException somebodyElseSavedFirst) {
                if (attempt == TRIES) {
                    throw somebodyElseSavedFirst;
                }
            }
        }
    }

    private Outcome change(Book book, String person, Role role, String by, boolean otherAdminsConfigured) {
        Holder before = book.holders.get(person);
        if (role == null && before == null || before != null && before.role() == role) {
            return new Outcome.Unchanged();
        }
        boolean wasAdmin = before != null && before.role() == Role.ADMIN;
        boolean othersAreNamed = otherAdminsConfigured
                || book.holders.values().stream()
                        .anyMatch(holder ->
                                holder.role() == Role.ADMIN && !holder.person().equals(person));
        if (wasAdmin && !othersAreNamed) {
            return new Outcome.LastAdmin();
        }
        if (role == null) {
            book.holders.remove(person);
            return new Outcome.Withdrawn(before.role());
        }
        if (before == null && book.holders.size() >= MOST) {
            return new Outcome.TooMany(MOST);
        }
        book.holders.put(person, new Holder(person, role, by, clock.instant()));
        return new Outcome.Given(role);
    }

    /**
     * Removes a person's id, both as the holder of a role and as the person who gave it; {@code instead} replaces it
     * there.
     */
    public void forget(String person, String instead) {
        for (int attempt = 1; ; attempt++) {
            Book book = book();
            boolean held = book.holders.remove(person) != null;
            boolean gave = book.holders.values().stream()
                    .anyMatch(holder -> holder.by().equals(person));
            if (!held && !gave) {
                return;
            }
            book.holders.replaceAll((id, holder) ->
                    holder.by().equals(person) ? new Holder(id, holder.role(), instead, holder.at()) : holder);
            try {
                mongo.save(book);
                return;
            } catch (OptimisticLockingFailureException somebodyElseSavedFirst) {
                if (attempt == TRIES) {
                    throw somebodyElseSavedFirst;
                }
            }
        }
    }

    private Book book() {
        Book book = mongo.findById(Book.ONLY, Book.class);
        return book == null ? new Book() : book;
    }
}
