package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.Actuator;
import io.igregulator.webhooks.access.ActuatorPlace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Opens the operator's port and keeps the two sides apart. */
@Configuration(proxyBeanMethods = false)
class AdminPortConfiguration {
    /** Inside the error filter, before a credential is asked for. */
    private static final int SIDE_FIRST = Ordered.HIGHEST_PRECEDENCE + 200;

    /** As Spring Boot makes its own, so that what is set for the public port is set for both. */
    @Bean
    BothSides bothSides(
            Environment environment,
            AdminPortProperties properties,
            ObjectProvider<TomcatConnectorCustomizer> connectors,
            ObjectProvider<TomcatContextCustomizer> contexts,
            ObjectProvider<TomcatProtocolHandlerCustomizer<?>> protocols) {
        ActuatorPlace.check(environment);
        BothSides factory = new BothSides(properties);
        factory.getConnectorCustomizers().addAll(connectors.orderedStream().toList());
        factory.getContextCustomizers().addAll(contexts.orderedStream().toList());
        factory.getProtocolHandlerCustomizers().addAll(protocols.orderedStream().toList());
        return factory;
    }

    @Bean
    AdminPort adminPort(BothSides factory) {
        return new AdminPort(factory);
    }

    @Bean
    PublicPort publicPort(BothSides factory, WebServerApplicationContext context) {
        return new PublicPort(factory, context);
    }

    @Bean
    AdminTokens adminTokens(AdminPortProperties properties) {
        return properties.requiredTokens();
    }

    @Bean
    FilterRegistrationBean<SideFilter> sideFilter() {
        FilterRegistrationBean<SideFilter> registration = new FilterRegistrationBean<>(new SideFilter());
        registration.setOrder(SIDE_FIRST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AdminTokenFilter> adminTokenFilter(AdminTokens tokens) {
        FilterRegistrationBean<AdminTokenFilter> registration =
                new FilterRegistrationBean<>(new AdminTokenFilter(tokens));
        registration.addUrlPatterns("/operator/*", Actuator.ROOT + "/*");
        return registration;
    }
}
