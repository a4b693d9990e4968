package io.igregulator.webhooks.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How sessions are opened and given up, and as which role Flyway migrates. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
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

    @Bean
    @ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    MigrateAsOwner migrateAsOwner(DedicatedSessions sessions, FlywayProperties properties) {
        return new MigrateAsOwner(sessions, properties);
    }
}
