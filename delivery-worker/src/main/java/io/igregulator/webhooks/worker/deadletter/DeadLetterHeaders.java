package io.igregulator.webhooks.worker.deadletter;

/** Headers that a record gains on its way to {@code webhook.dead-letters}; all values are UTF-8 text. */
public final class DeadLetterHeaders {
    /** The topic it came from. */
    public static final String ORIGIN_TOPIC = "origin-topic";

    /** The partition it came from. */
    public static final String ORIGIN_PARTITION = "origin-partition";

    /** Its offset there. */
    public static final String ORIGIN_OFFSET = "origin-offset";

    /** Its timestamp there, milliseconds since 1970. */
    public static final String ORIGIN_TIMESTAMP = "origin-timestamp";

    /** Why it is here, stable and machine-readable. */
    public static final String REASON = "reason";

    /** The same for a person. */
    public static final String DETAIL = "detail";

    /** Present when key, value and own headers had to be left behind because Kafka would not take them again. */
    public static final String CONTENT_OMITTED = "content-omitted";

    private DeadLetterHeaders() {}
}
