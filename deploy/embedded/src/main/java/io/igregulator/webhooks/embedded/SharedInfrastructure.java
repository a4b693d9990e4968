package io.igregulator.webhooks.embedded;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses between containers and embedded servers, once per JVM. */
final class SharedInfrastructure {

    private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);
    private static final String CHOICE = "WEBHOOKS_INFRASTRUCTURE";

    private static @Nullable Infrastructure started;

    private SharedInfrastructure() {}

    static synchronized Infrastructure get() {
        if (started == null) {
            started = start(choice());
        }
        return started;
    }

    private static String choice() {
        return Optional.ofNullable(System.getProperty(CHOICE))
                .or(() -> Optional.ofNullable(System.getenv(CHOICE)))
                .orElse("auto")
                .toLowerCase(Locale.ROOT);
    }

    private static Infrastructure start(String choice) {
        return switch (choice) {
            case "embedded" -> embedded(CHOICE + " asks for them");
            case "docker" -> docker(CHOICE + " asks for them");
            case "auto" -> auto();
            default -> throw new IllegalArgumentException(CHOICE + " is embedded, docker or auto, not " + choice);
        };
    }

    private static Infrastructure auto() {
        var images = DockerImages.configured();
        if (!images.present()) {
            return embedded("no Docker engine with the images " + images + " answers");
        }
        try {
            return docker("the engine has the images");
        } catch (RuntimeException e) {
            log.debug("Containers did not start", e);
            return embedded("the containers did not start (" + e.getMessage() + ")");
        }
    }

    private static Infrastructure embedded(String reason) {
        log.info("Using embedded PostgreSQL and Kafka: {}", reason);
        return EmbeddedInfrastructure.start();
    }

    private static Infrastructure docker(String reason) {
        log.info("Using PostgreSQL and Kafka in containers: {}", reason);
        return DockerInfrastructure.start(DockerImages.configured());
    }
}
