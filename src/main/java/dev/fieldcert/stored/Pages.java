package dev.fieldcert.stored;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Reads a whole collection in the order of its ids, a page at a time, so that no more than one page is in memory. */
public final class Pages {

    private static final int SIZE = 500;

    private Pages() {}

    /**
     * @param narrow adds criteria and fields to each page's query
     * @param id returns the id of a document, which must be a string
     */
    public static <E> Stream<E> of(
            MongoOperations mongo, Class<E> type, Consumer<Query> narrow, Function<E, String> id) {
        return Stream.iterate(
                        page(mongo, type, narrow, ""),
                        page -> !page.isEmpty(),
                        page -> page.size() < SIZE
                                ? List.of()
                                : page(mongo, type, narrow, id.apply(page.get(page.size() - 1))))
                .flatMap(List::stream);
    }

    private static <E> List<E> page(MongoOperations mongo, Class<E> type, Consumer<Query> narrow, String after) {
        Query query = Query.query(Criteria.where("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(SIZE);
        narrow.accept(query);
        return mongo.find(query, type);
    }
}
