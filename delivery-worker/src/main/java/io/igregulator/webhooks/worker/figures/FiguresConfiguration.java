package io.igregulator.webhooks.worker.figures;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The loop that gathers figures. Any worker's does it for all. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    // A reader looks through all batches of such a time; each time costs a row per part.
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Bean
    SupervisedLoop figures(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        FoldBatches fold = new FoldBatches(jdbc, transactions);
        return new SupervisedLoop("figures", SupervisedLoop.every(INTERVAL, fold::step), Phases.SOURCES, clock);
    }
}
