package io.igregulator.webhooks.api.operator;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's API listens, and what opens it.
 *
 * @param port 0 takes a free one
 * @param token without one the service refuses to start
 */
@ConfigurationProperties("webhooks.operator")
record OperatorProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8082") int port,
        @Nullable String token) {
    /** Long enough not to be guessed, and of characters that travel in a header unchanged. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{16,}");

    OperatorProperties {
        // Checked here rather than by annotation: a failed annotation prints the value.
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "webhooks.operator.token must be set to at least 16 printable ASCII characters without spaces");
        }
    }

    @Override
    public String toString() {
        return "OperatorProperties[address=" + address + ", port=" + port + "]";
    }
}
