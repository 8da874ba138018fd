package dev.fieldcert.learner;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.outbox.OutboxSettings;
import dev.fieldcert.stored.StoredForm;
import dev.fieldcert.stored.UnknownFields;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A database in this process, with documents written as the bot writes them. */
public final class LearnerDatabase implements AutoCloseable {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri("test"));
    private final MongoTemplate mongo;

    /** @param read kinds that are read before they were written */
    public LearnerDatabase(Class<?>... read) {
        var database = new SimpleMongoClientDatabaseFactory(client, "test");
        var conversions = StoredForm.mongoCustomConversions();
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setInitialEntitySet(Set.of(read));
        context.afterPropertiesSet();
        var converter = StoredForm.converter(NoOpDbRefResolver.INSTANCE, context, conversions);
        converter.afterPropertiesSet();
        mongo = new MongoTemplate(database, converter);
        mongo.setEntityCallbacks(EntityCallbacks.create(new UnknownFields(() -> converter)));
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
