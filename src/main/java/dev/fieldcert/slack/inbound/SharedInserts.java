package dev.fieldcert.slack.inbound;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Groups inserts from many threads into one write: the thread that writes takes everybody's waiting documents along,
 * and each thread learns about its own. A single insert is written at once.
 */
final class SharedInserts {

    private static final int MOST = 100;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final String collection;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    SharedInserts(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    private static final class Waiting {

        private final Document document;
        private boolean settled;
        private boolean isNew;
        private RuntimeException failure;

        Waiting(Document document) {
            this.document = document;
        }

        void settle(boolean inserted, RuntimeException trouble) {
            settled = true;
            isNew = inserted;
            failure = trouble;
        }
    }

    /**
     * Returns when the document is stored.
     *
     * @return false when a document with its id exists
     * @throws RuntimeException when it may not be stored
     */
    boolean write(Document document) {
        Waiting mine = new Waiting(document);
        waiting.add(mine);
        // Another thread wrote this thread's document under this lock.
        writing.lock();
        try {
            while (!mine.settled) {
                writeTogether();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.isNew;
    }

    private void writeTogether() {
        List<Waiting> together = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = together.size() < MOST ? waiting.poll() : null) {
            together.add(next);
        }
        try {
            mongo.getCollection(collection)
                    .insertMany(
                            together.stream().map(each -> each.document).toList(),
                            new InsertManyOptions().ordered(false));
            together.forEach(each -> each.settle(true, null));
        } catch (MongoBulkWriteException some) {
            together.forEach(each -> each.settle(true, null));
            for (BulkWriteError error : some.getWriteErrors()) {
                boolean again = error.getCode() == DUPLICATE_KEY;
                together.get(error.getIndex())
                        .settle(false, again ? null : new DataAccessResourceFailureException(error.getMessage()));
            }
            if (some.getWriteConcernError() != null) {
                RuntimeException unsure = new DataAccessResourceFailureException(
                        some.getWriteConcernError().getMessage());
                together.forEach(each -> each.settle(false, unsure));
            }
        } catch (RuntimeException none) {
            together.forEach(each -> each.settle(false, none));
        } catch (Error none) {
            // Whoever waits must hear of it, or would wait for ever.
            RuntimeException failure = new IllegalStateException(none.toString(), none);
            together.forEach(each -> each.settle(false, failure));
        }
    }
}
