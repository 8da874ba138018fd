package dev.fieldcert.web;

/** The frame of every public page: no scripts, one style sheet, nothing from elsewhere, not for search engines. */
final class Html {

    private Html() {}

    /** @param body trusted markup, in which everything a person wrote has gone through {@link #text} */
    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="/badges/style.css">
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(text(title), body);
    }

    /** What a person wrote, fit for text and for quoted attributes. */
    static String text(String written) {
        StringBuilder safe = new StringBuilder(written.length() + 16);
        for (char c : written.toCharArray()) {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
