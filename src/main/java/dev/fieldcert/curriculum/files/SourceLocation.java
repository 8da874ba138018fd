package dev.fieldcert.curriculum.files;

/**
 * Where something stands.
 *
 * @param file path below the program's folder, with slashes
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(String file, int line, int column) {

    public static SourceLocation top(String file) {
        return new SourceLocation(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
