package dev.fieldcert.outbox;

/** Who gets a message. One recipient's messages from one outbox arrive in the order in which they were enqueued. */
public sealed interface Recipient {

    /** The learner who owns the outbox. */
    record Learner() implements Recipient {}

    /** A person, by id. */
    record Person(String id) implements Recipient {}

    /** The admins of the program. */
    record Admins() implements Recipient {}

    /** The channel that announces this learner's badges. */
    record BadgeChannel() implements Recipient {}

    record FeedbackChannel() implements Recipient {}

    /** A channel, by id. */
    record Channel(String id) implements Recipient {}

    /** Another system that is told what happens, by id. */
    record Destination(String id) implements Recipient {}

    /** Known to a newer release only. */
    record Unknown() implements Recipient {}

    /** Whether it is a channel rather than a person. */
    default boolean isChannel() {
        return this instanceof BadgeChannel || this instanceof FeedbackChannel || this instanceof Channel;
    }
}
