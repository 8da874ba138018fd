package dev.fieldcert.slack.admin.item;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a question as people type it: {@code forecasting/quota-gap-c3}. */
record ItemRef(String course, String question) {

    private static final Pattern TYPED = Pattern.compile("([\\w.-]{1,80})/([\\w.-]{1,80})");

    static Optional<ItemRef> read(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        return parts.matches() ? Optional.of(new ItemRef(parts.group(1), parts.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return course + "/" + question;
    }
}
