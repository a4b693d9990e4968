package io.igregulator.webhooks.http;

import java.util.Locale;

/** On whose side the cause of a failed delivery or attempt most likely is. */
public enum Fault {
    /** There is none. */
    NONE,
    /** The receiver, its certificates and its DNS. */
    RECEIVER,
    /** This platform. */
    PLATFORM,
    /** The way between the two. Of many receivers at once it is the platform's own network. */
    NETWORK,
    /** What the endpoint's owner has configured. */
    CONFIGURATION;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }
}
