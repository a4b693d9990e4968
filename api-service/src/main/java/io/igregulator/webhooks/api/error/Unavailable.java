package io.igregulator.webhooks.api.error;

import java.util.Map;

/** 503: nothing is wrong with the request; it can be sent again after a moment. */
public final class Unavailable extends ApiError {
    /** What is scarce is given back within seconds, and a failover takes no longer. */
    private static final int RETRY_AFTER_SECONDS = 5;

    private Unavailable(String summary) {
        super(
                503,
                ErrorCode.SERVER_ERROR,
                "temporarily_unavailable",
                summary,
                null,
                "send the request again after as many seconds as Retry-After says");
    }

    /** No DNS lookup can be spared. */
    public static Unavailable lookups() {
        return new Unavailable("too many host names are being looked up at the moment");
    }

    /** No connection to a receiver can be spared. */
    public static Unavailable connections() {
        return new Unavailable("too many receivers are being called at the moment");
    }

    /** Answers that are being read hold as much memory as there is for them. */
    public static Unavailable memory() {
        return new Unavailable("too many large answers are being read at the moment");
    }

    /** PostgreSQL is away, or takes no writes. */
    public static Unavailable database() {
        return new Unavailable("the service cannot reach its data at the moment");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
    }
}
