package dev.fieldcert.local.workspace.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private static JsonArray line(String text) {
        JsonArray line = new JsonArray();
        line.add(text);
        return line;
    }

    private List<String> replayed() {
        List<String> lines = new ArrayList<>();
        Journal.open(folder, read -> lines.add(read.get(0).getAsString())).close();
        return lines;
    }

    @Test
    void aRewriteReplacesWhatWasThere() {
        try (Journal journal = Journal.open(folder, line -> {})) {
            journal.append(line("old"));
            journal.rewrite(List.of(line("new")));
            journal.append(line("next"));
        }

        assertThat(replayed()).containsExactly("new", "next");
    }

    @Test
    void whatIsWrittenAfterARewriteThatFailedIsReadAtTheNextStart() {
        try (Journal journal = Journal.open(folder, line -> {})) {
            journal.append(line("before"));
            assertThatThrownBy(() -> journal.rewrite(fullDisk())).isInstanceOf(UncheckedIOException.class);
            journal.append(line("after"));
        }

        assertThat(replayed()).containsExactly("before", "after");
    }

    /** One line, and then the disk is full. */
    private static Iterable<JsonArray> fullDisk() {
        return () -> new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public JsonArray next() {
                if (begun) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
                begun = true;
                return line("half");
            }
        };
    }
}
