package io.igregulator.webhooks.worker.access;

import io.igregulator.webhooks.access.ActuatorPlace;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the token in front of everything that the worker serves. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** Inside the metrics filter. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 200;

    @Bean
    FilterRegistrationBean<OpenOrToken> openOrToken(AccessProperties properties, Environment environment) {
        ActuatorPlace.check(environment);
        FilterRegistrationBean<OpenOrToken> registration =
                new FilterRegistrationBean<>(new OpenOrToken(properties.adminToken()));
        registration.setOrder(FIRST);
        return registration;
    }
}
