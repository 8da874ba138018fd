package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.question.ShortAnswer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways to write what a short answer accepts: with an article, in capitals, with “&”, abbreviated. */
final class TypicalVariants {

    private static final Pattern WITH_BRACKET = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

    private TypicalVariants() {}

    static List<String> of(ShortAnswer question) {
        Set<String> all = new LinkedHashSet<>();
        question.accept().forEach(accepted -> all.addAll(of(accepted)));
        return List.copyOf(all);
    }

    private static List<String> of(String accepted) {
        List<String> variants = new ArrayList<>();
        variants.add("the " + accepted);
        variants.add("It is " + accepted + ".");
        variants.add("“" + accepted + "”");
        variants.add(accepted.toUpperCase(Locale.ROOT));
        if (accepted.contains(" ")) {
            variants.add(accepted.replace(' ', '-'));
        }
        if (accepted.contains(" and ")) {
            variants.add(accepted.replace(" and ", " & "));
        }
        if (accepted.contains(" & ")) {
            variants.add(accepted.replace(" & ", " and "));
        }
        if (accepted.endsWith("%")) {
            variants.add(accepted.replace("%", " percent"));
        }
        Matcher both = WITH_BRACKET.matcher(accepted);
        if (both.matches()) {
            variants.add(both.group(1));
            variants.add(both.group(2));
        }
        return variants;
    }
}
