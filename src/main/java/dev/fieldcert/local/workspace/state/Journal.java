package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** An append-only file of JSON lines. Replay cuts off a torn last line, so the next one starts on its own. */
final class Journal implements AutoCloseable {

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the journal in the folder, creating both, after handing every complete line to {@code replay}. */
    static Journal open(Path folder, Consumer<JsonArray> replay) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("workspace.jsonl");
            long intact = Files.exists(file) ? replay(file, replay) : 0;
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(intact);
            channel.position(intact);
            return new Journal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The local workspace cannot use its folder " + folder, e);
        }
    }

    private static long replay(Path file, Consumer<JsonArray> replay) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            var line = Json.parse(new String(bytes, start, i - start, StandardCharsets.UTF_8))
                    .filter(JsonElement::isJsonArray);
            if (line.isEmpty()) {
                return start;
            }
            replay.accept(line.get().getAsJsonArray());
            start = i + 1;
        }
        return start;
    }

    void append(JsonArray line) {
        var bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The local workspace cannot write its journal", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
