package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A Web API call by the bot.
 *
 * @param at when the call arrived, by the workspace's clock
 * @param nanos {@link System#nanoTime} on arrival, for measuring rates while the clock is stopped
 * @param arguments the arguments as sent, without the token
 * @param error Slack's error name, {@code ratelimited}, {@code http_500} or {@code cut}; empty for {@code ok:true}
 */
public record ApiCall(String method, Instant at, long nanos, JsonObject arguments, Optional<String> error) {}
