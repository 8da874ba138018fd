package dev.fieldcert.learner;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.outbox.OutboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A database in this process, with documents written as the bot writes them. */
public final class LearnerDatabase implements AutoCloseable {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri("test"));
    private final MongoTemplate mongo;

    /** @param read kinds that are read before they were written */
    public LearnerDatabase(Class<?>... read) {
        StoredForm form = new StoredForm();
        var database = new SimpleMongoClientDatabaseFactory(client, "test");
        var conversions = form.mongoCustomConversions();
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setInitialEntitySet(Set.of(read));
        context.afterPropertiesSet();
        var converter = form.mappingMongoConverter(database, context, conversions);
        converter.afterPropertiesSet();
        mongo = new MongoTemplate(database, converter);
    }

    public MongoTemplate mongo() {
        return mongo;
    }

    public Learners learners(Clock clock) {
        return new Learners(mongo, clock, new OutboxSettings(Duration.ofSeconds(45)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
