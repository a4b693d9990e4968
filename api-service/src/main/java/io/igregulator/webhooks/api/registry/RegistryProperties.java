package io.igregulator.webhooks.api.registry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the registry's import.
 *
 * @param maxImportSize the largest body
 * @param maxLineSize the longest line of it
 */
@ConfigurationProperties("webhooks.registry")
record RegistryProperties(
        @DefaultValue("64MB") DataSize maxImportSize,
        @DefaultValue("16KB") DataSize maxLineSize) {
    RegistryProperties {
        if (maxLineSize.toBytes() < 1
                || maxLineSize.toBytes() > DataSize.ofMegabytes(1).toBytes()
                || maxImportSize.compareTo(maxLineSize) < 0) {
            throw new IllegalArgumentException(
                    "webhooks.registry.max-line-size must be from 1B to 1MB, .max-import-size no less");
        }
    }
}
