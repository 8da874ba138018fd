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
 * Groups inserts from many threads into one write: the thread that writes takes everybody's waiting documents along,
 * and each thread learns about its own. A single insert is written at once.
 */
final class SharedInserts {

    private static final int MOST = 100;
    private static final int DUPLICATE_KEY = 11000;

    /** Slack waits three seconds for its answer. */
    private static final Duration MOST_TIME = Duration.ofSeconds(2);

    /** While the database does not answer, no more than these wait for it; the others are told so at once. */
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
     * Returns when the document is stored.
     *
     * @return false when a document with its id exists
     * @throws RuntimeException when it may not be stored
     */
    boolean write(Document document) {
        if (inTrouble && writing.getQueueLength() >= MOST_IN_TROUBLE) {
            throw new QueryTimeoutException("the database does not answer, and others wait for it already");
        }
        long end = System.nanoTime() + MOST_TIME.toNanos();
        Waiting mine = new Waiting(document);
        waiting.add(mine);
        // Another thread wrote this thread's document under this lock.
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
            // Whoever waits must hear of it, or would wait for ever.
            RuntimeException failure = new IllegalStateException(none.toString(), none);
            together.forEach(each -> each.settle(false, failure));
        }
    }
}
