package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Shuffles the options of a choice question, and reads which ones were chosen. */
final class Options {

    private Options() {}

    /**
     * Shuffles the options by the seed, except for pinned ones. The order is stable, because the algorithm of
     * {@link Random} is specified.
     */
    static List<Option> shuffled(List<Option> options, long seed) {
        List<Option> free = new ArrayList<>(
                options.stream().filter(option -> !option.pinned()).toList());
        Collections.shuffle(free, new Random(seed));
        var next = free.iterator();
        return options.stream()
                .map(option -> option.pinned() ? option : next.next())
                .toList();
    }

    static Set<String> chosen(Answer answer, List<Option> options, String questionId) {
        if (!(answer instanceof Answer.Chosen chosen)) {
            throw new IllegalArgumentException("Question " + questionId + " is answered by choosing");
        }
        for (String id : chosen.options()) {
            if (options.stream().noneMatch(option -> option.id().equals(id))) {
                throw new IllegalArgumentException("Question " + questionId + " has no option " + id);
            }
        }
        return chosen.options();
    }

    static String texts(List<Option> options) {
        return String.join(" · ", options.stream().map(Option::text).toList());
    }
}
