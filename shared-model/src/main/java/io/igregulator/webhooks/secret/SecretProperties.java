package io.igregulator.webhooks.secret;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys that encrypt signing secrets at rest.
 *
 * @param activeKey id of the key that encrypts new secrets
 * @param keys id to base64 of 32 bytes (AES-256); old keys stay listed until no row names them
 */
@ConfigurationProperties("webhooks.secrets")
public record SecretProperties(String activeKey, Map<String, String> keys) {
    public SecretProperties {
        if (activeKey == null || keys == null || !keys.containsKey(activeKey)) {
            throw new IllegalArgumentException(
                    "webhooks.secrets.active-key must name one of webhooks.secrets.keys (id: base64 of 32 bytes)");
        }
        keys = Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "SecretProperties[activeKey=" + activeKey + ", keys=" + keys.keySet() + "]";
    }
}
