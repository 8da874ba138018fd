package dev.fieldcert.slack.lesson;

/** The value of a lesson's button: the card that it opens. */
record CardButton(String course, String objective, int card) {

    String toValue() {
        return course + "|" + objective + "|" + card;
    }

    /** @throws IllegalArgumentException for an unknown value */
    static CardButton fromValue(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("Not a lesson button's value");
        }
        return new CardButton(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
