package dev.fieldcert.local.workspace;

import com.google.gson.JsonObject;

/** One Web API method: arguments in, the answer without {@code ok} out; a refusal is an {@link ApiError}. */
@FunctionalInterface
interface ApiMethod {

    JsonObject call(ApiRequest request);
}
