package dev.fieldcert.conversation;

/** What a question is answered with: what stands before somebody on a screen, found by its visible label. */
public interface Controls {

    Controls clicks(String label);

    /** Ticks these options of the newest group that offers them. */
    Controls ticks(String... options);

    /** @param menu the menu's action id or placeholder */
    Controls chooses(String menu, String option);

    Controls enters(String label, String text);
}
