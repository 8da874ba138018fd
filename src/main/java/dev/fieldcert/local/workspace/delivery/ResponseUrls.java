package dev.fieldcert.local.workspace.delivery;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The URLs with which the bot can respond to an interaction, up to five times within 30 minutes. */
public final class ResponseUrls {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int USES = 5;
    private static final int REMEMBERED = 10_000;

    private static final class Use {
        private final String user;
        private final String channel;
        private final Optional<String> original;
        private final Instant issued;
        private int left = USES;

        private Use(String user, String channel, Optional<String> original, Instant issued) {
            this.user = user;
            this.channel = channel;
            this.original = original;
            this.issued = issued;
        }
    }

    private final Store store;
    private final Posting posting;
    private final Map<String, Use> issued = new ConcurrentHashMap<>();

    public ResponseUrls(Store store, Posting posting) {
        this.store = store;
        this.posting = posting;
    }

    /**
     * Issues the path of a response URL. {@code original} is the timestamp of the message that was clicked, if any.
     */
    public String issue(String user, String channel, Optional<String> original) {
        if (issued.size() > REMEMBERED) {
            Instant old = store.now().minus(LIFETIME.multipliedBy(2));
            issued.values().removeIf(use -> use.issued.isBefore(old));
        }
        String token = UUID.randomUUID().toString();
        issued.put(token, new Use(user, channel, original, store.now()));
        return "/response/" + Directory.TEAM_ID + "/" + token;
    }

    /**
     * Posts, replaces, or deletes a message as the bot asks. Refuses the sixth request, and any request after 30
     * minutes.
     */
    public void answer(String token, JsonObject body) {
        Use use = issued.get(token);
        if (use == null) {
            throw new ApiError("invalid_url");
        }
        synchronized (use) {
            if (Duration.between(use.issued, store.now()).compareTo(LIFETIME) > 0) {
                throw new ApiError("expired_url");
            }
            if (use.left == 0) {
                throw new ApiError("used_url");
            }
            use.left--;
        }
        reply(use, body);
    }

    /** Posts the message in the bot's HTTP response to a command, which does not count against the response URL. */
    public void answerDirectly(String user, String channel, JsonObject body) {
        reply(new Use(user, channel, Optional.empty(), store.now()), body);
    }

    private void reply(Use use, JsonObject body) {
        if (Json.flag(body, "delete_original")) {
            use.original.ifPresent(ts -> posting.delete(use.channel, ts));
            return;
        }
        if (Json.flag(body, "replace_original") && use.original.isPresent()) {
            posting.replace(use.channel, use.original.get(), body);
            return;
        }
        boolean forAll = Json.text(body, "response_type").equals("in_channel");
        posting.post(use.channel, body, forAll ? Optional.empty() : Optional.of(use.user));
    }
}
