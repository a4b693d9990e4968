package io.igregulator.webhooks.settings;

/** Two settings that exclude each other; the message names both keys and their values. */
public final class ConflictingSettingsException extends RuntimeException {
    public ConflictingSettingsException(String message) {
        super(message);
    }

    /** @throws ConflictingSettingsException with the message, unless the rule holds */
    public static void unless(boolean rule, String message) {
        if (!rule) {
            throw new ConflictingSettingsException(message);
        }
    }
}
