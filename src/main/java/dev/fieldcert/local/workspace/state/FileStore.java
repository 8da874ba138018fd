package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Store.Table;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** Uploaded files: bytes in the data folder or in memory, and Slack's metadata. */
public final class FileStore {

    /**
     * The file types that Slack shows in blocks, from https://docs.slack.dev/reference/block-kit/composition-objects.
     */
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif");

    private record Pending(String fileId, String name, int length) {}

    private final Store store;
    private final Optional<Path> folder;
    private final Map<String, byte[]> inMemory = new ConcurrentHashMap<>();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final Map<String, Pending> uploaded = new ConcurrentHashMap<>();
    private final IntSupplier looksUntilProcessed;
    /** How many more times each file must be looked at until it is processed. */
    private final Map<String, Integer> processing = new ConcurrentHashMap<>();

    /**
     * @param looksUntilProcessed how often the bot has to look at a new file until it is processed and can be shown
     */
    public FileStore(Store store, Optional<Path> data, IntSupplier looksUntilProcessed) {
        this.store = store;
        this.looksUntilProcessed = looksUntilProcessed;
        this.folder = data.map(path -> path.resolve("files"));
    }

    /** Creates an upload ticket; returns the file's id and the ticket. */
    public Map.Entry<String, String> announce(String name, int length) {
        String ticket = UUID.randomUUID().toString();
        String id = store.nextId("F");
        pending.put(ticket, new Pending(id, name, length));
        return Map.entry(id, ticket);
    }

    /** Stores the uploaded bytes, and returns true, if the ticket is valid and the length is as announced. */
    public boolean receive(String ticket, byte[] bytes) {
        Pending file = pending.get(ticket);
        if (file == null || file.length() != bytes.length) {
            return false;
        }
        pending.remove(ticket);
        write(file.fileId(), bytes);
        uploaded.put(file.fileId(), file);
        return true;
    }

    /** Completes an upload, so that the file can be shared. */
    public JsonObject complete(String id, String title, String user, String base) {
        Pending file = Optional.ofNullable(uploaded.remove(id)).orElseThrow(() -> new ApiError("file_not_found"));
        if (looksUntilProcessed.getAsInt() > 0) {
            processing.put(id, looksUntilProcessed.getAsInt());
        }
        return keep(id, file.name(), title.isEmpty() ? file.name() : title, user, base, file.length());
    }

    /** Adds a file that a person uploads. */
    public JsonObject add(String name, byte[] bytes, String user, String base) {
        String id = store.nextId("F");
        write(id, bytes);
        return keep(id, name, name, user, base, bytes.length);
    }

    private JsonObject keep(String id, String name, String title, String user, String base, int length) {
        String type = Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
                .orElse(name.endsWith(".svg") ? "image/svg+xml" : "application/octet-stream");
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        String url = "%s/files-pri/%s-%s/%s"
                .formatted(base, Directory.TEAM_ID, id, URLEncoder.encode(name, StandardCharsets.UTF_8));
        var file = Json.object(
                "id",
                id,
                "created",
                store.now().getEpochSecond(),
                "timestamp",
                store.now().getEpochSecond(),
                "name",
                name,
                "title",
                title,
                "mimetype",
                type,
                "filetype",
                extension,
                "pretty_type",
                extension,
                "user",
                user,
                "user_team",
                Directory.TEAM_ID,
                "editable",
                false,
                "size",
                length,
                "mode",
                "hosted",
                "is_external",
                false,
                "is_public",
                false,
                "file_access",
                "visible",
                "url_private",
                url,
                "url_private_download",
                url,
                "permalink",
                base + "/files/" + id);
        store.put(Table.FILE, id, file);
        return file;
    }

    public Optional<JsonObject> find(String id) {
        return store.get(Table.FILE, id);
    }

    /**
     * The file as the bot sees it, which is without its type while it is being processed. Each look brings a file
     * closer to being processed.
     */
    public Optional<JsonObject> look(String id) {
        boolean raw = processing.containsKey(id);
        processing.computeIfPresent(id, (file, looks) -> looks > 1 ? looks - 1 : null);
        return find(id).map(file -> {
            if (raw) {
                file.addProperty("mimetype", "");
                file.addProperty("filetype", "");
            }
            return file;
        });
    }

    /** Removes the metadata of every file, as a workspace does that keeps files for a limited time only. */
    public void deleteAll() {
        store.select(Table.FILE, file -> true).forEach(file -> store.remove(Table.FILE, Json.text(file, "id")));
    }

    /** Whether a block's {@code slack_file} refers to an existing, processed file that Slack shows in blocks. */
    public boolean isPicture(JsonObject slackFile) {
        var named = Json.optional(slackFile, "id").map(this::find).orElseGet(() -> {
            String url = Json.text(slackFile, "url");
            return store
                    .select(
                            Table.FILE,
                            file -> Json.text(file, "url_private").equals(url)
                                    || Json.text(file, "permalink").equals(url))
                    .stream()
                    .findFirst();
        });
        return named.filter(file -> !processing.containsKey(Json.text(file, "id")))
                .filter(file -> PICTURES.contains(Json.text(file, "filetype")))
                .isPresent();
    }

    public Optional<byte[]> bytes(String id) {
        if (folder.isEmpty()) {
            return Optional.ofNullable(inMemory.get(id));
        }
        Path file = folder.get().resolve(id);
        try {
            return id.matches("F[A-Z0-9]+") && Files.exists(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String id, byte[] bytes) {
        if (folder.isEmpty()) {
            inMemory.put(id, bytes);
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Files.write(folder.get().resolve(id), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
