package io.igregulator.webhooks.database;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.url.UrlProperties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both services do about PostgreSQL beyond Spring Boot's own. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    @Bean
    static BeanPostProcessor renewedPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setExceptionOverride(new RenewPool(pool));
                }
                return bean;
            }
        };
    }

    @Bean
    DedicatedSessions dedicatedSessions(DataSource source) {
        return new DedicatedSessions(source);
    }

    /** By the name that Spring Boot's own would have. */
    @Bean
    WritableHealth dbHealthContributor(DataSource source) {
        return new WritableHealth(source);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    MigrateAsOwner migrateAsOwner(DedicatedSessions sessions, FlywayProperties properties) {
        return new MigrateAsOwner(sessions, properties);
    }

    /** Development is where plain http is allowed. */
    @Bean
    WarnOfPower warnOfPower(JdbcClient jdbc, UrlProperties urls) {
        return new WarnOfPower(jdbc, urls.allowHttp());
    }
}
