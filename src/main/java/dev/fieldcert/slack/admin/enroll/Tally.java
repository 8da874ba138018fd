package dev.fieldcert.slack.admin.enroll;

import java.util.ArrayList;
import java.util.List;

/** What happened to each person, or would happen in a dry run: ids by outcome. */
public final class Tally {

    final List<String> enrolled = new ArrayList<>();
    final List<String> already = new ArrayList<>();
    /** Among the enrolled: people with a guest's account. */
    final List<String> guests = new ArrayList<>();

    /** Members of a shared channel who work elsewhere. */
    final List<String> strangers = new ArrayList<>();

    final List<String> bots = new ArrayList<>();
    final List<String> deactivated = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    /** A temporary failure. */
    final List<String> failed = new ArrayList<>();

    boolean canceled;

    public List<String> enrolled() {
        return List.copyOf(enrolled);
    }

    public List<String> already() {
        return List.copyOf(already);
    }

    /** For what enrolls by itself: nobody checks whether guests are meant. */
    public void leaveGuestsOut() {
        enrolled.removeAll(guests);
    }
}
