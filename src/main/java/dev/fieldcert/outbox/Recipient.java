package dev.fieldcert.outbox;

/** Who gets a message. Messages to one recipient from one outbox arrive in the order in which they were enqueued. */
public sealed interface Recipient {

    /** The learner whose outbox it is. */
    record Learner() implements Recipient {}

    /** Anybody else, by their id. */
    record Person(String id) implements Recipient {}

    /** Whoever runs the program. */
    record Admins() implements Recipient {}

    /** The channel where this learner's badges are announced. */
    record BadgeChannel() implements Recipient {}

    record FeedbackChannel() implements Recipient {}

    /** A certain channel, by its id. */
    record Channel(String id) implements Recipient {}

    /** Known to a newer release only. */
    record Unknown() implements Recipient {}

    /** Whether it is a channel and not a person. */
    default boolean isChannel() {
        return this instanceof BadgeChannel || this instanceof FeedbackChannel || this instanceof Channel;
    }
}
