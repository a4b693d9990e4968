package io.igregulator.webhooks.port;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Guards the main port of the service that imports it. Additional connectors have to use {@link GuardedProtocol}
 * themselves.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class PortConfiguration {
    /** Outside every filter that reads a body or writes an answer. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 50;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedPort(ConnectionProperties properties) {
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            // A connector customizer that runs after Spring Boot's own, whose default for the connections would win.
            factory.addConnectorCustomizers(connector -> configure(connector, properties));
        };
    }

    private static void configure(Connector connector, ConnectionProperties properties) {
        if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
            protocol.configure(properties);
        }
    }

    @Bean
    FilterRegistrationBean<DeadlineFilter> deadlineFilter(ConnectionProperties properties) {
        FilterRegistrationBean<DeadlineFilter> registration =
                new FilterRegistrationBean<>(new DeadlineFilter(properties));
        registration.setOrder(OUTERMOST);
        return registration;
    }
}
