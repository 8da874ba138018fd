package dev.fieldcert.slack.webapi;

import com.slack.api.Slack;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.model.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/** Uploads and downloads files. Methods throw {@link SlackFailure}. */
@Component
public class SlackFiles {

    private static final Set<String> GONE = Set.of("file_not_found", "file_deleted");
    private static final Duration FIRST_LOOK = Duration.ofMillis(300);
    private static final Duration LAST_LOOK = Duration.ofMillis(2_400);

    private final SlackCalls calls;
    private final SlackSettings settings;
    /** Its timeout is longer than that of other calls, because transferring a file takes longer. */
    private final OkHttpClient http;

    SlackFiles(SlackCalls calls, Slack slack, SlackSettings settings) {
        this.calls = calls;
        this.settings = settings;
        this.http = slack.getHttpClient()
                .getOkHttpClient()
                .newBuilder()
                .followRedirects(false)
                .callTimeout(Duration.ofMinutes(5))
                .build();
    }

    /**
     * Uploads a file and shares it in a conversation.
     *
     * @param channel the id of a channel or a DM
     * @return Slack's id of the file
     */
    public String upload(String channel, String name, String title, byte[] content, String comment) {
        return upload(channel, name, title, content.length, RequestBody.create(content, null), comment, null);
    }

    /** Like {@link #upload(String, String, String, byte[], String)}, but streams the file from disk. */
    public String upload(String channel, String name, String title, Path file, String comment) {
        try {
            int length = Math.toIntExact(Files.size(file));
            return upload(channel, name, title, length, RequestBody.create(file.toFile(), null), comment, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Uploads a file without sharing it, for use in an image block.
     *
     * @return Slack's id of the file
     */
    public String keep(String name, String title, byte[] content) {
        return upload(null, name, title, content.length, RequestBody.create(content, null), null, null);
    }

    /** Uploads a picture and shares it in a conversation, with a description as its comment and alt text. */
    public void picture(String channel, String name, String title, byte[] png, String words) {
        upload(channel, name, title, png.length, RequestBody.create(png, null), words, words);
    }

    /**
     * @param channel null to share the file nowhere
     * @param altText the description of a picture; null for a file that is not a picture
     */
    private String upload(
            String channel,
            String name,
            String title,
            int length,
            RequestBody content,
            String comment,
            String altText) {
        var place = calls.call(
                "files.getUploadURLExternal",
                methods -> methods.filesGetUploadURLExternal(
                        request -> request.filename(name).length(length).altTxt(altText)));
        Request request =
                new Request.Builder().url(place.getUploadUrl()).post(content).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw SlackFailure.refused("upload", "http_" + response.code());
            }
        } catch (IOException e) {
            throw SlackFailure.unanswered("upload", "no answer", e);
        }
        calls.call(
                "files.completeUploadExternal",
                methods -> methods.filesCompleteUploadExternal(complete -> complete.channelId(channel)
                        .initialComment(comment)
                        .files(List.of(FileDetails.builder()
                                .id(place.getFileId())
                                .title(title)
                                .build()))));
        return place.getFileId();
    }

    /**
     * Downloads a person's file to disk.
     *
     * @param most maximum size in bytes
     * @return false if the file is larger; {@code to} then contains only part of it
     * @throws SlackFailure also if the file is not stored at Slack
     */
    public boolean download(String fileId, Path to, long most) {
        File file = calls.call("files.info", methods -> methods.filesInfo(request -> request.file(fileId)))
                .getFile();
        HttpUrl url = file.getUrlPrivateDownload() == null ? null : HttpUrl.parse(file.getUrlPrivateDownload());
        if (url == null || !isSlacks(url)) {
            throw SlackFailure.refused("files.info", "file_not_found");
        }
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + settings.botToken())
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful() || response.body() == null) {
                throw SlackFailure.refused("download", "http_" + response.code());
            }
            try (InputStream in = response.body().byteStream();
                    OutputStream out = Files.newOutputStream(to)) {
                return copy(in, out, most);
            }
        } catch (IOException e) {
            throw SlackFailure.unanswered("download", "no answer", e);
        }
    }

    /** Whether the URL is Slack's or at the Web API's host; the token is sent nowhere else. */
    private boolean isSlacks(HttpUrl url) {
        HttpUrl api = settings.apiUrl().isBlank() ? null : HttpUrl.parse(settings.apiUrl());
        return api != null && url.host().equals(api.host()) && url.port() == api.port()
                || url.isHttps()
                        && (url.host().equals("slack.com") || url.host().endsWith(".slack.com"));
    }

    private static boolean copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > most) {
                return false;
            }
            out.write(buffer, 0, read);
        }
        return true;
    }

    /** Whether Slack has processed a file. */
    public enum State {
        /** The file can be shown. */
        READY,
        /** Slack has not determined the file's type yet, as in the first seconds after an upload. */
        PROCESSING,
        /** Somebody deleted the file, or the workspace hides older files. */
        GONE,
        /** Slack does not say whether it has processed the file. */
        UNKNOWN
    }

    /** A file counts as processed once its type is known, which is also what Slack's own client libraries wait for. */
    State state(String fileId) {
        try {
            File file = calls.call("files.info", methods -> methods.filesInfo(request -> request.file(fileId)))
                    .getFile();
            if (file == null || "tombstone".equals(file.getMode()) || "hidden_by_limit".equals(file.getMode())) {
                return State.GONE;
            }
            return file.getMimetype() == null || file.getMimetype().isEmpty() ? State.PROCESSING : State.READY;
        } catch (SlackFailure failure) {
            return GONE.contains(failure.error()) ? State.GONE : State.UNKNOWN;
        }
    }

    /** Waits a few seconds at most while Slack is processing the file. */
    State await(String fileId) {
        State state = state(fileId);
        for (long pause = FIRST_LOOK.toNanos(); state == State.PROCESSING && pause <= LAST_LOOK.toNanos(); pause *= 2) {
            LockSupport.parkNanos(pause);
            state = state(fileId);
        }
        return state;
    }

    /** A file's display name and its address in Slack. */
    public record SharedFile(String name, String permalink) {}

    public SharedFile file(String fileId) {
        var file = calls.call("files.info", methods -> methods.filesInfo(request -> request.file(fileId)))
                .getFile();
        return new SharedFile(file.getName() == null ? fileId : file.getName(), file.getPermalink());
    }
}
