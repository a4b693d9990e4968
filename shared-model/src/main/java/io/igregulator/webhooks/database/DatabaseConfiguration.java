package io.igregulator.webhooks.database;

import io.igregulator.webhooks.url.UrlProperties;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both services do about PostgreSQL beyond Spring Boot's own. */
@Configuration(proxyBeanMethods = false)
@Import(SessionConfiguration.class)
public class DatabaseConfiguration {
    /** By the name that Spring Boot's own would have. */
    @Bean
    WritableHealth dbHealthContributor(DataSource source) {
        return new WritableHealth(source);
    }

    @Bean
    SchemaHealth schemaHealthContributor(JdbcClient jdbc) {
        return new SchemaHealth(jdbc, new NeededSchema(OwnMigrations.newest()));
    }

    /** Development is where plain http is allowed. */
    @Bean
    WarnOfPower warnOfPower(JdbcClient jdbc, UrlProperties urls) {
        return new WarnOfPower(jdbc, urls.allowHttp());
    }
}
