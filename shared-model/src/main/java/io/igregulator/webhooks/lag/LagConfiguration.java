package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the measurement of consumer lag together: both services measure, so that it survives either. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LagProperties.class)
public class LagConfiguration {
    /** @param others that show a figure of their own */
    @Bean
    SupervisedLoop consumerLag(
            LagClients clients,
            ObjectProvider<LagListener> others,
            MeterRegistry registry,
            InstantSource clock,
            LagProperties properties) {
        List<LagListener> listeners = new ArrayList<>(others.orderedStream().toList());
        listeners.add(new LagMeters(registry, clock));
        ConsumerLag lag =
                new ConsumerLag(clients, listeners, new OpenMeters(registry, clock), properties.lagInterval());
        return SupervisedLoop.interruptible("consumer-lag", lag, Phases.APART, clock);
    }

    @Bean
    SupervisedLoop undelivered(
            JdbcClient jdbc,
            DedicatedSessions sessions,
            MeterRegistry registry,
            InstantSource clock,
            LagProperties properties) {
        UndeliveredMeters meters = new UndeliveredMeters(registry, clock);
        MeasureUndelivered measure = new MeasureUndelivered(
                jdbc, sessions, meters, new WaitingTotal(registry), properties.undeliveredInterval(), clock);
        return SupervisedLoop.interruptible("undelivered", measure, Phases.APART, clock);
    }
}
