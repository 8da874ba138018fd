package dev.fieldcert.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.model.view.View;
import com.slack.api.webhook.WebhookResponse;
import dev.fieldcert.learner.Saying.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The only caller of Slack's Web API. Every call either does what it says or throws a {@link SlackFailure}; a method Slack
 * has asked to leave alone is not called again before its time.
 */
@Component
public class SlackSender {

    private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);
    static final String METADATA_TYPE = "fieldcert_owed";
    private static final int PAGE = 200;
    /** Answers that say the bot as a whole is not welcome: its token is wrong, or its app was removed. */
    private static final Set<String> NOT_LET_IN =
            Set.of("invalid_auth", "not_authed", "token_revoked", "token_expired");
    /** Of a list that may name a hundred thousand people. */
    private static final int BIG_PAGE = 1000;

    private final Slack slack;
    private final MethodsClient methods;
    private final SlackSettings settings;
    /** For files, which take longer than a call. */
    private final OkHttpClient files;

    private final SlackMetrics metrics;
    private final Clock clock;
    private final Map<String, String> dms = new ConcurrentHashMap<>();
    private final Map<String, Instant> leftAlone = new ConcurrentHashMap<>();
    private volatile LastWord lastWord;

    SlackSender(Slack slack, SlackSettings settings, SlackMetrics metrics, Clock clock) {
        this.slack = slack;
        this.methods = new SlackMethods(slack.getHttpClient(), settings.botToken());
        this.settings = settings;
        this.files = slack.getHttpClient()
                .getOkHttpClient()
                .newBuilder()
                .followRedirects(false)
                .callTimeout(Duration.ofMinutes(5))
                .build();
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What came of the newest call. */
    record LastWord(String method, String outcome, boolean reached, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        boolean isOlderThan(Duration age) {
            return age().compareTo(age) > 0;
        }
    }

    /** Empty before the first call. */
    Optional<LastWord> lastWord() {
        return Optional.ofNullable(lastWord);
    }

    /** Asks Slack whether it knows us. */
    void test() {
        call("auth.test", () -> methods.authTest(request -> request));
    }

    /** Posts a message that carries the id of what was owed, so that {@link #find} knows it again. */
    public Place post(String channel, SlackMessage message, String owedId) {
        var response = call(
                "chat.postMessage",
                () -> methods.chatPostMessage(request -> request.channel(channel)
                        .text(message.text())
                        .blocks(message.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .metadata(
                                owedId == null
                                        ? null
                                        : Message.Metadata.builder()
                                                .eventType(METADATA_TYPE)
                                                .eventPayload(Map.of("id", owedId))
                                                .build())));
        return new Place(response.getChannel(), response.getTs());
    }

    public void replace(Place place, SlackMessage message) {
        call(
                "chat.update",
                () -> methods.chatUpdate(request -> request.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocks(message.blocks())));
    }

    /** The message with this owed id, if it arrived after all. */
    public Optional<Place> find(String channel, String owedId, Instant since) {
        String oldest = since.minus(Duration.ofMinutes(10)).getEpochSecond() + ".000000";
        String cursor = null;
        do {
            String from = cursor;
            var page = call(
                    "conversations.history",
                    () -> methods.conversationsHistory(request -> request.channel(channel)
                            .oldest(oldest)
                            .limit(PAGE)
                            .cursor(from)
                            .includeAllMetadata(true)));
            for (Message message : page.getMessages()) {
                Message.Metadata metadata = message.getMetadata();
                if (metadata != null
                        && METADATA_TYPE.equals(metadata.getEventType())
                        && owedId.equals(metadata.getEventPayload().get("id"))) {
                    return Optional.of(new Place(channel, message.getTs()));
                }
            }
            cursor = page.getResponseMetadata() == null
                    ? null
                    : page.getResponseMetadata().getNextCursor();
        } while (cursor != null && !cursor.isEmpty());
        return Optional.empty();
    }

    /** The DM channel with a person. */
    public String dmWith(String person) {
        String known = dms.get(person);
        if (known != null) {
            return known;
        }
        // Not inside the map, where a slow answer would keep other people waiting.
        String opened = call(
                        "conversations.open",
                        () -> methods.conversationsOpen(request -> request.users(List.of(person))))
                .getChannel()
                .getId();
        dms.put(person, opened);
        return opened;
    }

    /** Answers a word of command where it was said: visible to that person only, or in the DM. */
    public void reply(Said said, SlackMessage message) {
        if (said.inDm()) {
            post(said.channel(), message, null);
        } else {
            respond(said.responseUrl(), message, false);
        }
    }

    /** Tells the person who clicked, and nobody else; the message they clicked stays. */
    public void whisper(Click click, SlackMessage message) {
        if (click.responseUrl() != null) {
            respond(click.responseUrl(), message, false);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    /** Tells the person whom this response URL answers, and nobody else. */
    void whisper(String responseUrl, SlackMessage message) {
        respond(responseUrl, message, false);
    }

    /** Puts a screen in place of the one that was clicked. */
    public void turn(Click click, SlackMessage message) {
        if (click.ephemeral()) {
            respond(click.responseUrl(), message, true);
        } else if (click.place() != null) {
            replace(click.place(), message);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    private void respond(String responseUrl, SlackMessage message, boolean replace) {
        ActionResponse body = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(replace)
                .text(message.text())
                .blocks(message.blocks())
                .build();
        long started = System.nanoTime();
        String outcome = "no_answer";
        WebhookResponse response;
        try {
            response = new ActionResponseSender(slack).send(responseUrl, body);
            outcome = response.getCode() == 200 ? "ok" : "http_" + response.getCode();
        } catch (IOException e) {
            throw SlackFailure.unanswered("response_url", "no answer", e);
        } finally {
            metrics.called("response_url", outcome, started);
        }
        if (response.getCode() != 200) {
            throw SlackFailure.refused("response_url", response.getBody());
        }
    }

    public void openModal(String triggerId, View view) {
        call(
                "views.open",
                () -> methods.viewsOpen(request -> request.triggerId(triggerId).view(view)));
    }

    public String openModalNow(String triggerId, View view) {
        return call(
                        "views.open",
                        () -> methods.viewsOpen(
                                request -> request.triggerId(triggerId).view(view)))
                .getView()
                .getId();
    }

    public void pushModal(String triggerId, View view) {
        call(
                "views.push",
                () -> methods.viewsPush(request -> request.triggerId(triggerId).view(view)));
    }

    public void updateModal(String viewId, View view) {
        call(
                "views.update",
                () -> methods.viewsUpdate(request -> request.viewId(viewId).view(view)));
    }

    /**
     * Publishes a person's Home.
     *
     * @param hash of the view this one replaces; null replaces whatever there is. Slack refuses with {@code hash_conflict}
     *     when another view has been published since
     * @return the hash of the view that is there now
     */
    public String publishHome(String person, View view, String hash) {
        View published = call(
                        "views.publish",
                        () -> methods.viewsPublish(
                                request -> request.userId(person).view(view).hash(hash)))
                .getView();
        return published == null ? null : published.getHash();
    }

    public User person(String id) {
        return call("users.info", () -> methods.usersInfo(request -> request.user(id)))
                .getUser();
    }

    public Optional<User> personByEmail(String email) {
        try {
            return Optional.of(
                    call("users.lookupByEmail", () -> methods.usersLookupByEmail(request -> request.email(email)))
                            .getUser());
        } catch (SlackFailure failure) {
            if (failure.error().equals("users_not_found")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Everybody in the workspace, bots and the deactivated included. */
    public List<User> people() {
        List<User> people = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            var page = call(
                    "users.list",
                    () -> methods.usersList(request -> request.limit(PAGE).cursor(from)));
            people.addAll(page.getMembers());
            cursor = page.getResponseMetadata() == null
                    ? null
                    : page.getResponseMetadata().getNextCursor();
        } while (cursor != null && !cursor.isEmpty());
        return people;
    }

    /**
     * Some of everybody.
     *
     * @param next where the next page begins; empty after the last one
     */
    public record PeoplePage(List<User> people, Optional<String> next) {}

    /** @param cursor empty for the first page */
    public PeoplePage peoplePage(String cursor) {
        var page = call(
                "users.list",
                () -> methods.usersList(request -> request.limit(BIG_PAGE).cursor(cursor.isEmpty() ? null : cursor)));
        return new PeoplePage(
                page.getMembers(),
                Optional.ofNullable(page.getResponseMetadata())
                        .map(metadata -> metadata.getNextCursor())
                        .filter(next -> !next.isEmpty()));
    }

    public List<String> membersOfGroup(String groupId) {
        return call("usergroups.users.list", () -> methods.usergroupsUsersList(request -> request.usergroup(groupId)))
                .getUsers();
    }

    /** Id of the user group with this handle. */
    public Optional<String> groupByHandle(String handle) {
        return call("usergroups.list", () -> methods.usergroupsList(request -> request)).getUsergroups().stream()
                .filter(group -> handle.equalsIgnoreCase(group.getHandle()))
                .map(com.slack.api.model.Usergroup::getId)
                .findFirst();
    }

    public List<String> membersOfChannel(String channelId) {
        List<String> members = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            var page = call(
                    "conversations.members",
                    () -> methods.conversationsMembers(
                            request -> request.channel(channelId).limit(PAGE).cursor(from)));
            members.addAll(page.getMembers());
            cursor = page.getResponseMetadata() == null
                    ? null
                    : page.getResponseMetadata().getNextCursor();
        } while (cursor != null && !cursor.isEmpty());
        return members;
    }

    public Conversation channel(String channelId) {
        return call("conversations.info", () -> methods.conversationsInfo(request -> request.channel(channelId)))
                .getChannel();
    }

    /** Id of the public channel with this name. */
    public Optional<String> channelByName(String name) {
        String cursor = null;
        do {
            String from = cursor;
            var page = call(
                    "conversations.list",
                    () -> methods.conversationsList(
                            request -> request.limit(PAGE).excludeArchived(true).cursor(from)));
            for (Conversation channel : page.getChannels()) {
                if (name.equalsIgnoreCase(channel.getName())) {
                    return Optional.of(channel.getId());
                }
            }
            cursor = page.getResponseMetadata() == null
                    ? null
                    : page.getResponseMetadata().getNextCursor();
        } while (cursor != null && !cursor.isEmpty());
        return Optional.empty();
    }

    /** The person's next Do-Not-Disturb window; empty when they have none. */
    public Optional<QuietWindow> quietWindow(String person) {
        var info = call("dnd.info", () -> methods.dndInfo(request -> request.user(person)));
        if (!info.isDndEnabled() || info.getNextDndStartTs() == null || info.getNextDndEndTs() == null) {
            return Optional.empty();
        }
        return Optional.of(new QuietWindow(
                Instant.ofEpochSecond(info.getNextDndStartTs()), Instant.ofEpochSecond(info.getNextDndEndTs())));
    }

    /** Of up to 50 people with one call: who has a next Do-Not-Disturb window; the others have none, or are not known. */
    public Map<String, QuietWindow> quietWindows(List<String> people) {
        var team = call("dnd.teamInfo", () -> methods.dndTeamInfo(request -> request.users(people)));
        Map<String, QuietWindow> windows = new HashMap<>();
        team.getUsers().forEach((person, info) -> {
            if (info.isDndEnabled() && info.getNextDndStartTs() != null && info.getNextDndEndTs() != null) {
                windows.put(
                        person,
                        new QuietWindow(
                                Instant.ofEpochSecond(info.getNextDndStartTs()),
                                Instant.ofEpochSecond(info.getNextDndEndTs())));
            }
        });
        return windows;
    }

    /** From when to when Slack keeps a person's notifications quiet. */
    public record QuietWindow(Instant from, Instant until) {}

    /**
     * Uploads a file and shares it in a conversation.
     *
     * @return Slack's id of the file
     */
    public String upload(String channel, String name, String title, byte[] content, String comment) {
        return call(
                        "files.uploadV2",
                        () -> methods.filesUploadV2(request -> request.channel(channel)
                                .filename(name)
                                .title(title)
                                .fileData(content)
                                .initialComment(comment)))
                .getFile()
                .getId();
    }

    /**
     * Uploads a file without sharing it, to be shown in a message's picture.
     *
     * @return Slack's id of the file
     */
    public String keep(String name, String title, byte[] content) {
        return call(
                        "files.uploadV2",
                        () -> methods.filesUploadV2(
                                request -> request.filename(name).title(title).fileData(content)))
                .getFile()
                .getId();
    }

    /** How long a call may take; after that it counts as unanswered. */
    Duration patience() {
        return settings.timeout();
    }

    /** Whether Slack has not asked to leave this method alone for now. */
    public boolean mayCall(String method) {
        Instant until = leftAlone.get(method);
        return until == null || !until.isAfter(clock.instant());
    }

    /**
     * Uploads a file from the disk, without ever holding all of it in memory, and shares it in a conversation.
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
        var place = call(
                "files.getUploadURLExternal",
                () -> methods.filesGetUploadURLExternal(
                        request -> request.filename(name).length(length)));
        Request request = new Request.Builder()
                .url(place.getUploadUrl())
                .post(RequestBody.create(file.toFile(), null))
                .build();
        try (Response response = files.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw SlackFailure.refused("upload", "http_" + response.code());
            }
        } catch (IOException e) {
            throw SlackFailure.unanswered("upload", "no answer", e);
        }
        call(
                "files.completeUploadExternal",
                () -> methods.filesCompleteUploadExternal(complete -> complete.channelId(channel)
                        .initialComment(comment)
                        .files(List.of(FileDetails.builder()
                                .id(place.getFileId())
                                .title(title)
                                .build()))));
        return place.getFileId();
    }

    /**
     * Fetches a file that somebody gave us, to the disk.
     *
     * @param most bytes; of a larger file nothing is kept
     * @return false when it is larger
     * @throws SlackFailure also when the file is not one of Slack's own
     */
    public boolean download(String fileId, Path to, long most) {
        File file = call("files.info", () -> methods.filesInfo(request -> request.file(fileId)))
                .getFile();
        HttpUrl url = file.getUrlPrivateDownload() == null ? null : HttpUrl.parse(file.getUrlPrivateDownload());
        if (url == null || !isSlacks(url)) {
            throw SlackFailure.refused("files.info", "file_not_found");
        }
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + settings.botToken())
                .build();
        try (Response response = files.newCall(request).execute()) {
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

    /** The token goes to Slack, or to where the Web API is, and nowhere else. */
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

    void forgetLimits() {
        leftAlone.clear();
    }

    /** A file as people know it. */
    public record SharedFile(String name, String permalink) {}

    public SharedFile file(String fileId) {
        var file = call("files.info", () -> methods.filesInfo(request -> request.file(fileId)))
                .getFile();
        return new SharedFile(file.getName() == null ? fileId : file.getName(), file.getPermalink());
    }

    /** What a person filled in for a custom field of their profile. */
    public Optional<String> profileField(String person, String fieldId) {
        var profile = call("users.profile.get", () -> methods.usersProfileGet(request -> request.user(person)))
                .getProfile();
        return Optional.ofNullable(profile.getFields())
                .map(fields -> fields.get(fieldId))
                .map(User.Profile.Field::getValue)
                .filter(value -> !value.isBlank());
    }

    @FunctionalInterface
    private interface Call<R> {
        R run() throws IOException, SlackApiException, SlackFilesUploadV2Exception;
    }

    private <R extends SlackApiTextResponse> R call(String method, Call<R> call) {
        Instant now = clock.instant();
        Instant until = leftAlone.get(method);
        if (until != null && until.isAfter(now)) {
            throw SlackFailure.later(method, Duration.between(now, until));
        }
        long started = System.nanoTime();
        String outcome = "no_answer";
        boolean reached = false;
        R response;
        try {
            response = call.run();
            outcome = response.isOk() ? "ok" : String.valueOf(response.getError());
            reached = !NOT_LET_IN.contains(outcome);
        } catch (SlackApiException e) {
            reached = e.getResponse().code() < 500;
            outcome = "http_" + e.getResponse().code();
            throw answeredOtherwise(method, e, now);
        } catch (IOException e) {
            throw SlackFailure.unanswered(method, "no answer", e);
        } catch (SlackFilesUploadV2Exception e) {
            throw SlackFailure.unanswered(method, "upload failed", e);
        } finally {
            metrics.called(method, outcome, started);
            lastWord = new LastWord(method, outcome, reached, System.nanoTime());
        }
        if (!response.isOk()) {
            if ("ratelimited".equals(response.getError()) || "rate_limited".equals(response.getError())) {
                throw leaveAlone(method, Duration.ofSeconds(30), now);
            }
            LOG.warn("Slack refused method={} error={} details=\"{}\"", method, response.getError(), details(response));
            throw SlackFailure.refused(method, response.getError());
        }
        return response;
    }

    /** Which block is wrong and how: Slack's words about our own layout, none of a person's. */
    private static String details(SlackApiTextResponse response) {
        if (response instanceof ChatPostMessageResponse posted && posted.getResponseMetadata() != null) {
            return String.join("; ", posted.getResponseMetadata().getMessages());
        }
        return response.getNeeded() == null ? "" : "needs scope " + response.getNeeded();
    }

    private SlackFailure answeredOtherwise(String method, SlackApiException e, Instant now) {
        if (e.getResponse().code() == 429) {
            String seconds = e.getResponse().header("Retry-After", "30");
            return leaveAlone(
                    method, Duration.ofSeconds(Long.parseLong(seconds.matches("\\d{1,6}") ? seconds : "30")), now);
        }
        return SlackFailure.unanswered(method, "http_" + e.getResponse().code(), e);
    }

    private SlackFailure leaveAlone(String method, Duration howLong, Instant now) {
        leftAlone.put(method, now.plus(howLong));
        return SlackFailure.later(method, howLong);
    }
}
