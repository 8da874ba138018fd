package dev.fieldcert.local.workspace.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An afternoon of clicking: what the local workspace keeps of it in memory and on disk. */
class StoreBoundsTest {

    @TempDir
    Path folder;

    private Store open(Optional<Path> data) {
        return new Store(data, Clock.systemUTC());
    }

    private static JsonObject json(int number, int size) {
        JsonObject json = new JsonObject();
        json.addProperty("ts", Integer.toString(number));
        json.addProperty("text", "x".repeat(size));
        return json;
    }

    @Test
    void aConversationKeepsItsNewestMessages() {
        try (Store store = open(Optional.of(folder))) {
            for (int i = 1000; i < 2000; i++) {
                store.put(Table.MESSAGE, "D1/" + i, json(i, 10));
            }
            store.put(Table.MESSAGE, "D2/1", json(1, 10));

            List<JsonObject> kept = store.startingWith(Table.MESSAGE, "D1/");
            assertThat(kept).hasSize(300);
            assertThat(kept.get(299).get("ts").getAsString()).isEqualTo("1999");
            assertThat(store.startingWith(Table.MESSAGE, "D2/")).hasSize(1);
        }
    }

    @Test
    void aWorkspaceInMemoryKeepsAllForItsTests() {
        try (Store store = open(Optional.empty())) {
            for (int i = 1000; i < 2000; i++) {
                store.put(Table.MESSAGE, "D1/" + i, json(i, 10));
            }

            assertThat(store.startingWith(Table.MESSAGE, "D1/")).hasSize(1000);
        }
    }

    @Test
    void theJournalHoldsNoMoreHistoryThanItMustAndIsReadAgain() throws IOException {
        String id;
        try (Store store = open(Optional.of(folder))) {
            for (int i = 0; i < 2000; i++) {
                store.put(Table.HOME, "U" + i % 4, json(i, 50_000));
            }
            id = store.nextId("F");
            store.put(Table.FILE, id, json(7, 10));
        }

        assertThat(Files.size(folder.resolve("workspace.jsonl"))).isLessThan(20L << 20);
        try (Store again = open(Optional.of(folder))) {
            assertThat(again.get(Table.HOME, "U3").orElseThrow().get("ts").getAsString())
                    .isEqualTo("1999");
            assertThat(again.get(Table.FILE, id)).isPresent();
            assertThat(again.nextId("F")).isNotEqualTo(id);
        }
    }
}
