package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One page of a list, with Slack's cursor for the next one. */
record Page(List<?> items, Optional<String> next) {

    /** @param most the largest limit; a larger one is reduced to it */
    static Page of(List<?> all, ApiRequest request, int usual, int most) {
        int limit = Math.min(request.number("limit", usual), most);
        if (limit <= 0) {
            limit = usual;
        }
        int from = request.get("cursor").map(Page::decode).orElse(0);
        int to = Math.min(all.size(), from + limit);
        var items = from >= all.size() ? List.of() : all.subList(from, to);
        return new Page(items, to < all.size() ? Optional.of(encode(to)) : Optional.empty());
    }

    JsonObject metadata() {
        return Json.object("next_cursor", next.orElse(""));
    }

    private static String encode(int offset) {
        return Base64.getEncoder().encodeToString(("next:" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int decode(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring("next:".length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ApiError("invalid_cursor");
        }
    }
}
