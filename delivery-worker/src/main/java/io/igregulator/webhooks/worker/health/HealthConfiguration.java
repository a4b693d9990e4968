package io.igregulator.webhooks.worker.health;

import io.igregulator.webhooks.worker.dispatch.DispatchProperties;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One indicator a loop; the readiness group in {@code application.yml} names them. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    HealthIndicator dispatchHealthIndicator(@Qualifier("dispatch") SupervisedLoop loop, DispatchProperties properties) {
        return new LoopHealth(loop, properties.stuckAfter());
    }

    @Bean
    HealthIndicator dueHealthIndicator(@Qualifier("due") SupervisedLoop loop, DispatchProperties properties) {
        return new LoopHealth(loop, properties.stuckAfter());
    }

    @Bean
    HealthIndicator outcomesHealthIndicator(@Qualifier("outcomes") SupervisedLoop loop, DispatchProperties properties) {
        return new LoopHealth(loop, properties.stuckAfter());
    }
}
