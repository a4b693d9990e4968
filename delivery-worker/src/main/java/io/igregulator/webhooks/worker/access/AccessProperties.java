package io.igregulator.webhooks.worker.access;

import io.igregulator.webhooks.access.AdminToken;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What opens the actuator beside health and metrics.
 *
 * @param token empty for none, and then nothing does
 */
@ConfigurationProperties("webhooks.operator")
record AccessProperties(@DefaultValue("") String token) {
    AccessProperties {
        if (!token.isEmpty()) {
            var _ = new AdminToken(token);
        }
    }

    Optional<AdminToken> adminToken() {
        return token.isEmpty() ? Optional.empty() : Optional.of(new AdminToken(token));
    }

    @Override
    public String toString() {
        return "AccessProperties[]";
    }
}
