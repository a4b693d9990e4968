package io.igregulator.webhooks.api;

import io.igregulator.webhooks.database.UnlessMigrateOnly;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the REST API. */
@SpringBootApplication
@UnlessMigrateOnly
@ConfigurationPropertiesScan
public class ApiApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ApiApplication.class, arguments);
    }
}
