package dev.fieldcert.stored;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.util.ClassUtils;

/** An open database with its stored types, for commands that read it without the bot. */
public final class OpenedDatabase implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;
    private static final String DEFAULT_NAME = "fieldcert";

    private final MongoClient client;
    private final MongoOperations mongo;

    private OpenedDatabase(MongoClient client, MongoOperations mongo) {
        this.client = client;
        this.mongo = mongo;
    }

    /**
     * @param uri MongoDB connection string; without a database name, {@code fieldcert} is used
     * @throws com.mongodb.MongoException if the database cannot be reached
     * @throws IllegalStateException if the database has another schema version; the message is written for the person
     *     who runs the command
     */
    public static OpenedDatabase open(String uri) {
        ConnectionString address = new ConnectionString(uri);
        String name = address.getDatabase() == null ? DEFAULT_NAME : address.getDatabase();
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
        try {
            mustBeOfThisRelease(client.getDatabase(name));
            return new OpenedDatabase(client, template(client, name));
        } catch (RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    private static void mustBeOfThisRelease(MongoDatabase database) {
        int version = Schema.versionOf(database);
        if (version != Schema.VERSION) {
            throw new IllegalStateException(
                    "The database has schema %d, and this release reads schema %d.".formatted(version, Schema.VERSION));
        }
    }

    private static MongoTemplate template(MongoClient client, String name) {
        var conversions = StoredForm.mongoCustomConversions();
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setInitialEntitySet(kinds());
        context.afterPropertiesSet();
        var converter = StoredForm.converter(NoOpDbRefResolver.INSTANCE, context, conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, name), converter);
    }

    /** All stored types, registered in advance: an alias is only known once its type has been mapped. */
    private static Set<Class<?>> kinds() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent();
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Document.class));
        return scanner.findCandidateComponents("dev.fieldcert").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .collect(Collectors.toSet());
    }

    public MongoOperations mongo() {
        return mongo;
    }

    @Override
    public void close() {
        client.close();
    }
}
