package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.delivery.Posting;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Map;
import java.util.function.Supplier;

/** {@code auth.test} and {@code apps.*}. */
public final class AppMethods {

    private final Supplier<String> socketUrl;

    public AppMethods(Supplier<String> socketUrl) {
        this.socketUrl = socketUrl;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "api.test", request -> Json.object("args", request.arguments()),
                "auth.test", this::whoAmI,
                "team.info", this::team,
                "bots.info", this::bot,
                "apps.connections.open", request -> Json.object("url", socketUrl.get()));
    }

    private JsonObject whoAmI(ApiRequest request) {
        return Json.object(
                "url",
                "https://%s.slack.com/".formatted(Directory.TEAM_DOMAIN),
                "team",
                Directory.TEAM_NAME,
                "user",
                Directory.BOT_NAME,
                "team_id",
                Directory.TEAM_ID,
                "user_id",
                Directory.BOT_USER,
                "bot_id",
                Directory.BOT_ID,
                "is_enterprise_install",
                false);
    }

    private JsonObject team(ApiRequest request) {
        var team = Json.object(
                "id",
                Directory.TEAM_ID,
                "name",
                Directory.TEAM_NAME,
                "domain",
                Directory.TEAM_DOMAIN,
                "email_domain",
                "example.com");
        return Json.object("team", team);
    }

    private JsonObject bot(ApiRequest request) {
        if (!request.get("bot").orElse(Directory.BOT_ID).equals(Directory.BOT_ID)) {
            throw new ApiError("bot_not_found");
        }
        var bot = Posting.botProfile();
        bot.addProperty("user_id", Directory.BOT_USER);
        return Json.object("bot", bot);
    }
}
