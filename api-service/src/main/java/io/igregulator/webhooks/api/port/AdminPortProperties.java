package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.AdminToken;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's API listens, and what opens it.
 *
 * @param port 0 takes a free one
 * @param tls whether the port speaks TLS where the public one does
 * @param token without one the service refuses to start
 * @param tokens further ones, each with a name and a role
 */
@ConfigurationProperties("webhooks.operator")
record AdminPortProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8082") int port,
        @DefaultValue("true") boolean tls,
        @Nullable String token,
        @DefaultValue List<NamedToken> tokens) {
    AdminPortProperties {
        tokens = List.copyOf(tokens);
        if (tokens.stream().map(NamedToken::name).distinct().count() < tokens.size()) {
            throw new IllegalArgumentException("webhooks.operator.tokens has a name twice");
        }
        // The first holder of a token decides its name and its role. The message has no value in it.
        if (tokens.stream().map(NamedToken::token).distinct().count() < tokens.size()
                || tokens.stream().anyMatch(named -> Objects.equals(named.token(), token))) {
            throw new IllegalArgumentException("webhooks.operator.tokens has a token twice");
        }
        // Checked here rather than by annotation: a failed annotation prints the value.
        var _ = new AdminToken(token);
    }

    AdminTokens requiredTokens() {
        return new AdminTokens(new AdminToken(token), tokens);
    }

    @Override
    public String toString() {
        return "AdminPortProperties[address=" + address + ", port=" + port + ", tls=" + tls + "]";
    }
}
