package dev.fieldcert.slack.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions that people ask about their own record, which the lessons cannot answer. */
enum OwnQuestion {
    NEXT_ATTEMPT("(when|how long|how soon)\\b.*\\b(attempt|check|quiz|retake)\\b.*"
            + "|when (can|may|do) i (try|retry|take it|take the test)( again)?"
            + "|(can|may) i (retake|retry|try again|take the (check|test|quiz)).*"
            + "|how (many|often)\\b.*\\b(attempts|tries|times can i).*"),
    WHY_WRITTEN(
            "why\\b.*\\byou\\b.*\\b(write|writing|written|wrote|message|messaging|messaged|contact|contacting|remind|reminding|ping|pinging|dm)\\b.*"
                    + "|why\\b.*\\b(this|that|a|these) (message|reminder|messages|reminders)\\b.*"),
    BADGES("(how many|which|what|where are|show|list)\\b.*\\b(my|i)\\b.*\\b(badge|badges|certificate|certificates)\\b.*"
            + "|(how many|which|what) (badges|certificates)\\b.*|(did|have) i (earn|earned|get|got|pass|passed)\\b.*"),
    DUE("(when|what|by when)\\b.*\\b(my|i|me|course|courses|certification|path)\\b.*\\b(due|deadline)\\b.*"
            + "|(what|when) ?(s|is) (my|the) (due date|deadline)( for me)?|(what|when) are my (due dates|deadlines)"
            + "|am i (late|overdue|behind).*"),
    STANDING(
            "where (do|am) i\\b.*|where i stand|how far am i.*|(what|whats) (is )?(my|next)( for me)?( progress| status)?"
                    + "|what is next for me|what (do|should) i do (now|next)|my (progress|status)|how am i doing.*");

    private final Pattern pattern;

    OwnQuestion(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static Optional<OwnQuestion> in(String question) {
        String plain = question.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return Arrays.stream(values())
                .filter(own -> own.pattern.matcher(plain).matches())
                .findFirst();
    }
}
