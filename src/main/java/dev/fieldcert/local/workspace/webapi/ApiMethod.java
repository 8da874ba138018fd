package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.ApiError;

/** One Web API method. Returns the response without {@code ok}, or refuses the call with an {@link ApiError}. */
@FunctionalInterface
interface ApiMethod {

    JsonObject call(ApiRequest request);
}
