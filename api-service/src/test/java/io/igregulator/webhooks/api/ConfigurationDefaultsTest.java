package io.igregulator.webhooks.api;

import io.igregulator.webhooks.testing.ConfigurationDefaults;

/** The API sends test pings alone. */
class ConfigurationDefaultsTest extends ConfigurationDefaults {
    ConfigurationDefaultsTest() {
        super("webhooks.http.max-connections", "webhooks.http.max-connections-per-route");
    }
}
