package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines, which is rewritten when most of it is out of date. A replay stops at the first
 * torn or unreadable line, and the file is cut off there, so that the next line has a clean start.
 */
final class Journal implements AutoCloseable {

    private static final String NAME = "workspace.jsonl";
    private static final long WORTH_REWRITING = 8L << 20;
    private static final int MOSTLY_HISTORY = 4;

    private final Path folder;
    private FileChannel channel;
    private long sizeAnew;

    private Journal(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Opens the journal in the folder, and creates either one if it is missing. First passes the lines in the file to
     * {@code replay}.
     */
    static Journal open(Path folder, Consumer<JsonArray> replay) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(NAME);
            long intact = Files.exists(file) ? replay(file, replay) : 0;
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(intact);
            channel.position(intact);
            return new Journal(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The local workspace cannot use its folder " + folder, e);
        }
    }

    /**
     * Returns the length of the readable part in bytes. Reads line by line, because the file may be larger than the
     * memory.
     */
    private static long replay(Path file, Consumer<JsonArray> replay) throws IOException {
        long intact = 0;
        var line = new ByteArrayOutputStream();
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                var read = Json.parse(line.toString(StandardCharsets.UTF_8)).filter(JsonElement::isJsonArray);
                if (read.isEmpty()) {
                    return intact;
                }
                replay.accept(read.get().getAsJsonArray());
                intact += line.size() + 1;
                line.reset();
            }
        }
        return intact;
    }

    /**
     * Whether the file has grown so far beyond its size after the last rewrite that most of it must be out of date.
     */
    boolean isMostlyHistory() {
        try {
            return channel.size() > Math.max(WORTH_REWRITING, MOSTLY_HISTORY * sizeAnew);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces all lines with these; a crash in between leaves the old ones. */
    void rewrite(Iterable<JsonArray> lines) {
        Path file = folder.resolve(NAME);
        Path beginning = folder.resolve(NAME + ".new");
        var old = channel;
        try {
            channel = FileChannel.open(
                    beginning,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            lines.forEach(this::append);
            Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
            sizeAnew = channel.size();
            old.close();
        } catch (IOException e) {
            goOnWith(old, beginning);
            throw new UncheckedIOException("The local workspace cannot rewrite its journal", e);
        } catch (UncheckedIOException e) {
            goOnWith(old, beginning);
            throw e;
        }
    }

    /** After a rewrite that failed, lines go to the file that is read at the next start. */
    private void goOnWith(FileChannel old, Path beginning) {
        if (channel == old || !Files.exists(beginning)) {
            return;
        }
        FileChannel unfinished = channel;
        channel = old;
        try {
            unfinished.close();
            Files.deleteIfExists(beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
