package dev.fieldcert.curriculum.files;

/**
 * A position in a file.
 *
 * @param file path below the program's folder, with slashes
 * @param line 1-based
 * @param column 1-based
 */
public record SourceLocation(String file, int line, int column) {

    public static SourceLocation top(String file) {
        return new SourceLocation(file, 1, 1);
    }

    /** The position of the character at a zero-based index in a file's text. */
    static SourceLocation at(String file, String text, int position) {
        String before = text.substring(0, position);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourceLocation(file, line, position - before.lastIndexOf('\n'));
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
