package dev.fieldcert.slack.inbound;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Groups inserts from many threads into one write: the thread that writes includes all waiting documents, and each
 * thread gets the result for its own document. A single insert is written immediately.
 */
final class SharedInserts {

    private static final int MOST = 100;
    private static final int DUPLICATE_KEY = 11000;

    /** Slack waits three seconds for the acknowledgement. */
    private static final Duration MOST_TIME = Duration.ofSeconds(2);

    /** While the database does not respond, this many threads may wait for it; the others fail immediately. */
    private static final int MOST_IN_TROUBLE = 16;

    private final MongoOperations mongo;
    private final String collection;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean inTrouble;

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
     * Inserts the document, and returns once it is stored.
     *
     * @return false if a document with the same id exists
     * @throws RuntimeException if the document may not have been stored
     */
    boolean write(Document document) {
        if (inTrouble && writing.getQueueLength() >= MOST_IN_TROUBLE) {
            throw new QueryTimeoutException("the database does not answer, and others wait for it already");
        }
        long end = System.nanoTime() + MOST_TIME.toNanos();
        Waiting mine = new Waiting(document);
        waiting.add(mine);
        // Another thread may write this thread's document while it holds this lock.
        if (!isMyTurnBefore(end)) {
            waiting.remove(mine);
            throw new QueryTimeoutException("the database did not answer those who came before");
        }
        try {
            while (!mine.settled) {
                writeTogether(end);
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.isNew;
    }

    private boolean isMyTurnBefore(long end) {
        try {
            return writing.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeTogether(long end) {
        List<Waiting> together = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = together.size() < MOST ? waiting.poll() : null) {
            together.add(next);
        }
        try {
            long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
            mongo.getCollection(collection)
                    .withTimeout(left, TimeUnit.MILLISECONDS)
                    .insertMany(
                            together.stream().map(each -> each.document).toList(),
                            new InsertManyOptions().ordered(false));
            together.forEach(each -> each.settle(true, null));
            inTrouble = false;
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
            inTrouble = true;
            together.forEach(each -> each.settle(false, none));
        } catch (Error none) {
            // The other threads must get a result, or they would loop forever.
            RuntimeException failure = new IllegalStateException(none.toString(), none);
            together.forEach(each -> each.settle(false, failure));
        }
    }
}
