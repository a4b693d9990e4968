package io.igregulator.webhooks.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Keeps the actuator where its token is asked for. A port of its own would be a server of its own, without the filters of this
 * one and without its envelope for errors.
 */
public final class ActuatorPlace {
    private static final String PORT = "management.server.port";
    private static final String PATH = "management.endpoints.web.base-path";
    private static final String OFF = "-1";

    private ActuatorPlace() {}

    /** @throws InvalidConfigurationPropertyValueException if a setting puts it elsewhere */
    public static void check(Environment environment) {
        @Nullable String port = environment.getProperty(PORT);
        if (port != null && isOfItsOwn(port, environment.getProperty("server.port", ""))) {
            throw new InvalidConfigurationPropertyValueException(
                    PORT, port, "the actuator has no port of its own; leave it out, or -1 for no actuator");
        }
        String path = environment.getProperty(PATH, Actuator.ROOT);
        if (!path.equals(Actuator.ROOT)) {
            throw new InvalidConfigurationPropertyValueException(PATH, path, "the actuator is at " + Actuator.ROOT);
        }
    }

    /** A free port is another one, even where the server's is free as well. */
    private static boolean isOfItsOwn(String port, String server) {
        return !port.equals(OFF) && (port.equals("0") || !port.equals(server));
    }
}
