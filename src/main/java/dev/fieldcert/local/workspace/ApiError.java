package dev.fieldcert.local.workspace;

import java.util.List;

/** Slack's {@code ok:false}: an error name and, for blocks, what is wrong where. */
final class ApiError extends RuntimeException {

    private final String code;
    private final transient List<String> details;

    ApiError(String code) {
        this(code, List.of());
    }

    ApiError(String code, List<String> details) {
        super(details.isEmpty() ? code : code + ": " + String.join("; ", details), null, false, false);
        this.code = code;
        this.details = details;
    }

    String code() {
        return code;
    }

    List<String> details() {
        return details;
    }
}
