package dev.fieldcert.slack.admin.enroll;

import java.util.ArrayList;
import java.util.List;

/** What happened to each person, or would happen in a dry run: lists of ids, one for each outcome. */
public final class Tally {

    final List<String> enrolled = new ArrayList<>();
    final List<String> already = new ArrayList<>();
    /** The enrolled people who have a guest account. */
    final List<String> guests = new ArrayList<>();

    /** Members of a shared channel who belong to another company. */
    final List<String> strangers = new ArrayList<>();

    final List<String> bots = new ArrayList<>();
    final List<String> deactivated = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    /** People who could not be enrolled because of a temporary failure. */
    final List<String> failed = new ArrayList<>();

    boolean canceled;

    public List<String> enrolled() {
        return List.copyOf(enrolled);
    }

    public List<String> already() {
        return List.copyOf(already);
    }

    /** Leaves guests out. For automatic enrollment, where nobody checks whether guests are meant. */
    public void leaveGuestsOut() {
        enrolled.removeAll(guests);
    }
}
