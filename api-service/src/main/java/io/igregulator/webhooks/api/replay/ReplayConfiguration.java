package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.ReplayId;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.outbox.OutboxWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The loop that does what was asked for, and the replay's id of the path. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration implements WebMvcConfigurer {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(ReplayId.class, "replay_id", ReplayId::parse, NotFound::replay));
    }

    @Bean
    static SupervisedLoop replays(
            JdbcClient jdbc, TransactionOperations transaction, OutboxWriter outbox, InstantSource clock) {
        ReplayStep step = new ReplayStep(jdbc, transaction, outbox, clock);
        return SupervisedLoop.interruptible("replays", SupervisedLoop.every(INTERVAL, step::tick), Phases.APART, clock);
    }
}
