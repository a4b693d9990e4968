package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.access.OperatorToken;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's API listens, and what opens it.
 *
 * @param port 0 takes a free one
 * @param tls whether the port speaks TLS where the public one does
 * @param token without one the service refuses to start
 */
@ConfigurationProperties("webhooks.operator")
record OperatorProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8082") int port,
        @DefaultValue("true") boolean tls,
        @Nullable String token) {
    OperatorProperties {
        // Checked here rather than by annotation: a failed annotation prints the value.
        var _ = new OperatorToken(token);
    }

    OperatorToken requiredToken() {
        return new OperatorToken(token);
    }

    @Override
    public String toString() {
        return "OperatorProperties[address=" + address + ", port=" + port + ", tls=" + tls + "]";
    }
}
