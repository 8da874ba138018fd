package dev.fieldcert.outbox;

/**
 * The recipient of a message. The messages from one outbox to one recipient arrive in the order in which they were
 * enqueued.
 */
public sealed interface Recipient {

    /** The learner who owns the outbox. */
    record Learner() implements Recipient {}

    /** A person, by id. */
    record Person(String id) implements Recipient {}

    /** The admins of the program. */
    record Admins() implements Recipient {}

    /** The channel in which this learner's badges are announced. */
    record BadgeChannel() implements Recipient {}

    record FeedbackChannel() implements Recipient {}

    /** A channel, by id. */
    record Channel(String id) implements Recipient {}

    /** Another system that receives events, by id. */
    record Destination(String id) implements Recipient {}

    /** A recipient that only a newer release knows. */
    record Unknown() implements Recipient {}

    /** Whether the recipient is a channel. */
    default boolean isChannel() {
        return this instanceof BadgeChannel || this instanceof FeedbackChannel || this instanceof Channel;
    }
}
