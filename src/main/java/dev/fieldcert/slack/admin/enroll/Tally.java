package dev.fieldcert.slack.admin.enroll;

import java.util.ArrayList;
import java.util.List;

/** What became of the people of a crowd, or in a dry run would; ids by what happened to them. */
final class Tally {

    final List<String> enrolled = new ArrayList<>();
    final List<String> already = new ArrayList<>();
    /** Among the enrolled: people with a guest's account. */
    final List<String> guests = new ArrayList<>();

    final List<String> bots = new ArrayList<>();
    final List<String> deactivated = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    /** It did not work just now. */
    final List<String> failed = new ArrayList<>();

    boolean canceled;
}
