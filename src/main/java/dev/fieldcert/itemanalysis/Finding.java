package dev.fieldcert.itemanalysis;

/** Something about an item that a person should look at, with its evidence. */
public sealed interface Finding {

    /** How probable it is on an item that is as it should be, at the most; what {@link Findings} calls so. */
    double chance();

    /** One word for a program. */
    String code();

    /** Rare enough on good items to be an alarm; what is not is worth a look when somebody looks anyway. */
    default boolean isAlarm() {
        return chance() <= Findings.ALARM;
    }

    /**
     * A wrong option is chosen more often than the key, and those who choose it do at least as well on the rest.
     *
     * @param option its place
     * @param people who chose it
     * @param keyed who chose the key
     * @param rest mean rest score of the first
     * @param keyedRest of the second; when nobody chose the key, of everybody
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

    /** Nobody of so many chose this wrong option. */
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

    /** It takes much more time, or much less, than the course's other items. */
    record OutOfTime(double seconds, double usual, int of, double chance) implements Finding {

        @Override
        public String code() {
            return isSlow() ? "slow" : "fast";
        }

        public boolean isSlow() {
            return seconds > usual;
        }
    }

    /** Who is certain is wrong much more often than elsewhere in the course. */
    record Overconfident(int wrong, int certain, double usual, double chance) implements Finding {

        @Override
        public String code() {
            return "certain-and-wrong";
        }
    }

    /** Many more people say that they guess than elsewhere in the course. */
    record Guessed(int guesses, int said, double usual, double chance) implements Finding {

        @Override
        public String code() {
            return "guessed";
        }
    }

    /** So many people reported it; not a statistic, so without a rate. */
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
