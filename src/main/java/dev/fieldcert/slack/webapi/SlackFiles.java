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
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/** Uploads and downloads files. Throws {@link SlackFailure}. */
@Component
public class SlackFiles {

    private final SlackCalls calls;
    private final SlackSettings settings;
    /** The bytes take longer than a call. */
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
     * @return Slack's id of the file
     */
    public String upload(String channel, String name, String title, byte[] content, String comment) {
        return calls.call(
                        "files.uploadV2",
                        methods -> methods.filesUploadV2(request -> request.channel(channel)
                                .filename(name)
                                .title(title)
                                .fileData(content)
                                .initialComment(comment)))
                .getFile()
                .getId();
    }

    /** Uploads a picture and shares it in a conversation, with what it shows in words. */
    public void picture(String channel, String name, String title, byte[] png, String altText) {
        calls.call(
                "files.uploadV2",
                methods -> methods.filesUploadV2(request -> request.channel(channel)
                        .filename(name)
                        .title(title)
                        .altTxt(altText)
                        .fileData(png)
                        .initialComment(altText)));
    }

    /**
     * Streams a file from disk to Slack and shares it in a conversation.
     *
     * @param channel the id of a channel or a DM
     * @return Slack's id of the file
     */
    public String upload(String channel, String name, String title, Path file, String comment) {
        int length;
        try {
            length = Math.toIntExact(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var place = calls.call(
                "files.getUploadURLExternal",
                methods -> methods.filesGetUploadURLExternal(
                        request -> request.filename(name).length(length)));
        Request request = new Request.Builder()
                .url(place.getUploadUrl())
                .post(RequestBody.create(file.toFile(), null))
                .build();
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
     * Uploads a file without sharing it, for use in an image block.
     *
     * @return Slack's id of the file
     */
    public String keep(String name, String title, byte[] content) {
        return calls.call(
                        "files.uploadV2",
                        methods -> methods.filesUploadV2(
                                request -> request.filename(name).title(title).fileData(content)))
                .getFile()
                .getId();
    }

    /**
     * Downloads a person's file to disk.
     *
     * @param most maximum size in bytes; a larger file is discarded
     * @return false when it is larger
     * @throws SlackFailure also when the file is not one of Slack's own
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

    /** The token is sent to Slack, or to where the Web API is, and nowhere else. */
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

    /** A file's display name. */
    public record SharedFile(String name, String permalink) {}

    public SharedFile file(String fileId) {
        var file = calls.call("files.info", methods -> methods.filesInfo(request -> request.file(fileId)))
                .getFile();
        return new SharedFile(file.getName() == null ? fileId : file.getName(), file.getPermalink());
    }
}
