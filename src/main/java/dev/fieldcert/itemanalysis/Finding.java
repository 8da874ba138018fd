package dev.fieldcert.itemanalysis;

/** Something about an item that a person should look at, and the evidence for it. */
public sealed interface Finding {

    /** The probability, at most, of this finding on a good item as defined in {@link Findings}. */
    double chance();

    /** One word that identifies the kind of finding for software. */
    String code();

    /**
     * Whether the finding is so rare on good items that it is an alarm. Other findings are shown only to somebody who
     * looks at the item anyway.
     */
    default boolean isAlarm() {
        return chance() <= Findings.ALARM;
    }

    /**
     * A wrong option is chosen more often than the key, and those who choose it do at least as well on the rest.
     *
     * @param option the wrong option's place
     * @param people number of people who chose this option
     * @param keyed number of people who chose the key
     * @param rest mean rest score of the people who chose this option
     * @param keyedRest mean rest score of the people who chose the key; of everybody if nobody chose it
     */
    record WrongKey(int option, int people, int keyed, double rest, double keyedRest, double chance)
            implements Finding {

        @Override
        public String code() {
            return "wrong-key";
        }

        @Override
        public boolean isAlarm() {
            return true;
        }
    }

    /** Nobody out of {@code of} people chose this wrong option. */
    record DeadOption(int option, int of, double chance) implements Finding {

        @Override
        public String code() {
            return "dead-option";
        }
    }

    /** Everybody was right. */
    record Everybody(int of, double chance) implements Finding {

        @Override
        public String code() {
            return "everybody-right";
        }
    }

    /** Nobody was right. */
    record Nobody(int of, double chance) implements Finding {

        @Override
        public String code() {
            return "nobody-right";
        }
    }

    /** The item takes much more or much less time than the course's other items. */
    record OutOfTime(double seconds, double usual, int of, double chance) implements Finding {

        @Override
        public String code() {
            return isSlow() ? "slow" : "fast";
        }

        public boolean isSlow() {
            return seconds > usual;
        }
    }

    /** People who are certain about this item are wrong much more often than elsewhere in the course. */
    record Overconfident(int wrong, int certain, double usual, double chance) implements Finding {

        @Override
        public String code() {
            return "certain-and-wrong";
        }
    }

    /** Many more people say that they are guessing than elsewhere in the course. */
    record Guessed(int guesses, int said, double usual, double chance) implements Finding {

        @Override
        public String code() {
            return "guessed";
        }
    }

    /** People reported the item. Not a statistical finding, so it has no false alarm rate, and is always an alarm. */
    record Reported(int people) implements Finding {

        @Override
        public String code() {
            return "reported";
        }

        @Override
        public double chance() {
            return 0;
        }
    }
}
