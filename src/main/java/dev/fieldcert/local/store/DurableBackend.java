package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.h2.mvstore.MVStore;

/**
 * The backend of the MongoDB server: executes commands on a store, and commits writes through {@link CommitGroups}.
 */
final class DurableBackend extends AbstractMongoBackend {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "collstats",
            "dbstats",
            "validate",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "getlog",
            "hostinfo",
            "connectionstatus",
            "endsessions",
            "getlasterror",
            "getparameter");

    private final MVStore store;
    private final CommitGroups commits;
    private final Map<String, StoredDatabase> databases = new ConcurrentHashMap<>();

    DurableBackend(MVStore store, CommitGroups commits) {
        this.store = store;
        this.commits = commits;
        databaseNames().forEach(this::resolveDatabase);
    }

    private Set<String> databaseNames() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(StoredDatabase.MAP_PREFIX))
                .map(name -> Utils.getDatabaseNameFromFullName(name.substring(StoredDatabase.MAP_PREFIX.length())))
                .collect(Collectors.toSet());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        Refusals.check(command, query);
        if (name.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (READS.contains(name) || (name.equals("aggregate") && !writes(query))) {
            return super.handleCommand(channel, database, command, query);
        }
        if (WRITES.contains(name)) {
            return commits.change(() -> super.handleCommand(channel, database, command, query));
        }
        return commits.changeAlone(() -> super.handleCommand(channel, database, command, query));
    }

    private static boolean writes(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document one
                                && (one.containsKey("$out") || one.containsKey("$merge")));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, any -> new StoredDatabase(name, store, getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }
}
