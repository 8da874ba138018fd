package dev.fieldcert.local.workspace.wire;

import java.util.List;

/** Slack's {@code ok:false}: an error name and, for blocks, a list of what is wrong and where. */
public final class ApiError extends RuntimeException {

    private final String code;
    private final transient List<String> details;

    public ApiError(String code) {
        this(code, List.of());
    }

    public ApiError(String code, List<String> details) {
        super(details.isEmpty() ? code : code + ": " + String.join("; ", details), null, false, false);
        this.code = code;
        this.details = details;
    }

    public String code() {
        return code;
    }

    public List<String> details() {
        return details;
    }
}
