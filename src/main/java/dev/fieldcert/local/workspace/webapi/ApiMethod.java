package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.ApiError;

/** One Web API method: maps arguments to the response without {@code ok}; a refusal is an {@link ApiError}. */
@FunctionalInterface
interface ApiMethod {

    JsonObject call(ApiRequest request);
}
