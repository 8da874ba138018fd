package dev.fieldcert.curriculum.versions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Chooses the program to teach.
 *
 * @param folder path of a program that replaces the built-in one; empty for the built-in program
 */
@ConfigurationProperties("fieldcert.program")
public record ProgramSettings(String folder) {

    public ProgramSettings {
        folder = folder == null ? "" : folder;
    }
}
