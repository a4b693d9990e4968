package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.AdminToken;
import io.igregulator.webhooks.api.account.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An additional operator token, for one person or program.
 *
 * @param name as the audit log shows it
 * @param role {@code read} may look at everything but the actuator, {@code write} may do everything
 */
record NamedToken(
        @Nullable String name,
        @Nullable String token,
        @DefaultValue("write") Scope role) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    NamedToken {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "webhooks.operator.tokens[].name must be 1 to 100 letters, digits or any of . _ @ -");
        }
        // Checked here rather than by annotation: a failed annotation prints the value.
        var _ = new AdminToken(token);
    }

    AdminToken secret() {
        return new AdminToken(token);
    }

    @Override
    public String toString() {
        return "NamedToken[name=" + name + ", role=" + role + "]";
    }
}
