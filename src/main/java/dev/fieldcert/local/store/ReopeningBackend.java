package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each request to the open store, and reopens the store if it is broken: the library closes a store permanently
 * after a failed write, for example on a full disk. Reopening restores the last acknowledged state, so the store works
 * again as soon as there is space.
 */
final class ReopeningBackend implements MongoBackend {
    private static final Logger log = LoggerFactory.getLogger(ReopeningBackend.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private volatile OpenStore open;
    private Long triedNanos;
    private boolean ended;

    ReopeningBackend(OpenStore open) {
        this.open = open;
    }

    OpenStore store() {
        return open;
    }

    /** Closes the store; it is not opened again. */
    synchronized void end() {
        ended = true;
        open.close();
    }

    /** The backend of the open store. Reopens the store first if it is broken, at most once a second. */
    private DurableBackend current() {
        if (open.isToBeReopened()) {
            reopen();
        }
        return open.backend();
    }

    private synchronized void reopen() {
        boolean justTried = triedNanos != null && System.nanoTime() - triedNanos < BETWEEN_TRIES.toNanos();
        if (ended || justTried || !open.isToBeReopened()) {
            return;
        }
        triedNanos = System.nanoTime();
        try {
            open = open.reopened();
            log.warn("Store opened again after a write that failed");
        } catch (RuntimeException e) {
            log.error("Store not opened again", e);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return current().handleCommand(channel, database, command, query);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return current().handleQuery(query);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return current().handleMessage(message);
    }

    @Override
    public void handleClose(Channel channel) {
        open.backend().handleClose(channel);
    }

    @Override
    public void dropDatabase(String name) {
        current().dropDatabase(name);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return current().getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return current().getServerStatus();
    }

    /** Called when the server shuts down. Does nothing, because {@link #end} closes the store. */
    @Override
    public void close() {}

    @Override
    public void closeCursors(List<Long> cursors) {
        current().closeCursors(cursors);
    }

    @Override
    public Clock getClock() {
        return open.backend().getClock();
    }

    @Override
    public void enableOplog() {
        open.backend().enableOplog();
    }

    @Override
    public void disableOplog() {
        open.backend().disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String name) {
        return current().resolveDatabase(name);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        open.backend().version(version);
        return this;
    }
}
