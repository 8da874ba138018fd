package dev.fieldcert.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table of all that was measured, and what it was measured on. */
final class Results {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- /measured -->";

    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void compared(String what, double bare, double ours, String format) {
        row(what, number(format, bare), number(format, ours), number("%.2f", ours / bare));
    }

    void own(String what, double ours, String format) {
        row(what, "", number(format, ours), "");
    }

    void row(String what, String bare, String ours, String ratio) {
        String row = "| " + what + " | " + bare + " | " + ours + " | " + ratio + " |";
        rows.add(row);
        System.out.println(row);
    }

    void note(String note) {
        notes.add(note);
        System.out.println(note);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** Puts the table between the marks of a page, in the place of the last one. */
    void writeInto(Path page, String machine) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(page + " has no place for the table");
        }
        String measured = BEGIN + "\n" + machine + "\n\n| | bare | FieldCert | FieldCert / bare |\n|---|--:|--:|--:|\n"
                + String.join("\n", rows) + "\n\n" + String.join("\n", notes) + "\n";
        Files.writeString(page, text.substring(0, begin) + measured + text.substring(end));
    }
}
