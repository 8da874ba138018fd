package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

class SharedInsertsTest {

    @Document("things")
    record Thing(@Id String id, String body) {}

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri("test") + "?serverSelectionTimeoutMS=500");
    private final MongoTemplate mongo = new MongoTemplate(client, "test");
    private SharedInserts inserts;

    private static org.bson.Document thing(String id, String body) {
        return new org.bson.Document("_id", id).append("body", body);
    }

    @BeforeEach
    void open() {
        inserts = new SharedInserts(mongo, "things");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theSecondOfTheSameIsNotNew() {
        assertThat(inserts.write(thing("a", "first"))).isTrue();
        assertThat(inserts.write(thing("a", "second"))).isFalse();

        assertThat(mongo.findById("a", Thing.class)).isEqualTo(new Thing("a", "first"));
    }

    @Test
    void ofManyAtOnceEachIsNewExactlyOnce() throws Exception {
        int threads = 32;
        int keys = 200;
        var pool = Executors.newFixedThreadPool(threads);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            writers.add(pool.submit(() -> {
                go.await();
                return (int) IntStream.range(0, keys)
                        .filter(key -> inserts.write(thing("k" + key, "body")))
                        .count();
            }));
        }
        go.countDown();
        int fresh = 0;
        for (Future<Integer> writer : writers) {
            fresh += writer.get();
        }
        pool.shutdown();

        assertThat(fresh).isEqualTo(keys);
        assertThat(mongo.estimatedCount(Thing.class)).isEqualTo(keys);
    }

    @Test
    void whatIsNotStoredIsNotAcknowledged() {
        server.close();

        assertThatThrownBy(() -> inserts.write(thing("a", "body"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anErrorIsHeardOfAndNotWaitedForForEver() {
        MongoTemplate broken = mock(MongoTemplate.class);
        when(broken.getCollection("things")).thenThrow(new StackOverflowError());

        assertThatThrownBy(() -> new SharedInserts(broken, "things").write(thing("a", "body")))
                .hasMessageContaining("StackOverflowError");
    }
}
