package io.igregulator.webhooks.worker;

import io.igregulator.webhooks.testing.ConfigurationDefaults;

/** The worker's port serves health and metrics alone. */
class ConfigurationDefaultsTest extends ConfigurationDefaults {
    ConfigurationDefaultsTest() {
        super("webhooks.connections.max-per-port");
    }
}
