package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches what the feed depends on. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Bean
    SupervisedLoop feedHorizon(JdbcClient jdbc, MeterRegistry registry, InstantSource clock) {
        FeedHorizon horizon = new FeedHorizon(jdbc, registry, clock);
        return SupervisedLoop.interruptible(
                "feed-horizon", SupervisedLoop.repeating(INTERVAL, horizon::measure), Phases.APART, clock);
    }
}
