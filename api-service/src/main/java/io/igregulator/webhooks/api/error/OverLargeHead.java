package io.igregulator.webhooks.api.error;

import java.util.OptionalInt;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/** Separates over-large request lines and headers from other malformed requests: to Tomcat all of them are a 400. */
final class OverLargeHead {
    /** By its key, since the text depends on the locale. */
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private OverLargeHead() {}

    static OptionalInt statusOf(Request request, @Nullable Throwable cause) {
        if (cause == null || !TOO_LARGE.equals(cause.getMessage())) {
            return OptionalInt.empty();
        }
        // The URI is known once the request line was complete.
        return OptionalInt.of(request.getCoyoteRequest().requestURI().isNull() ? 414 : 431);
    }
}
