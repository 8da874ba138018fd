package dev.fieldcert.curriculum.versions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which program is taught.
 *
 * @param folder replaces the built-in program; empty for none
 */
@ConfigurationProperties("fieldcert.program")
public record ProgramSettings(String folder) {

    public ProgramSettings {
        folder = folder == null ? "" : folder;
    }
}
