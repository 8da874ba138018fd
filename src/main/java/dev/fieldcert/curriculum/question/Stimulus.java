package dev.fieldcert.curriculum.question;

import java.util.List;

/** What is shown beside a question. */
public sealed interface Stimulus {

    /** A text alternative, for screen readers and notifications. */
    String alternative();

    /** A picture at a URL that is open to everyone who may see the question. */
    record Picture(String url, String alternative) implements Stimulus {}

    /** A table; the first row is its header. Cells may hold variables in braces, like a numeric question's prompt. */
    record Table(List<List<String>> rows, String alternative) implements Stimulus {

        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
