package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.access.Actuator;
import io.igregulator.webhooks.access.ActuatorPlace;
import io.igregulator.webhooks.api.account.KeyId;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.AccountId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens the operator's port and keeps the two sides apart. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorProperties.class)
class OperatorConfiguration implements WebMvcConfigurer {
    /** Inside the error filter, before anybody is asked for a credential. */
    private static final int SIDE_FIRST = Ordered.HIGHEST_PRECEDENCE + 200;

    /** As Spring Boot makes its own, so that what is set for the public port is set for both. */
    @Bean
    BothSides bothSides(
            Environment environment,
            OperatorProperties properties,
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
    OperatorPort operatorPort(BothSides factory) {
        return new OperatorPort(factory);
    }

    @Bean
    FilterRegistrationBean<SideFilter> sideFilter() {
        FilterRegistrationBean<SideFilter> registration = new FilterRegistrationBean<>(new SideFilter());
        registration.setOrder(SIDE_FIRST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OperatorTokenFilter> operatorTokenFilter(OperatorProperties properties) {
        FilterRegistrationBean<OperatorTokenFilter> registration =
                new FilterRegistrationBean<>(new OperatorTokenFilter(properties.requiredToken()));
        registration.addUrlPatterns("/operator/*", Actuator.ROOT + "/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(AccountId.class, "account_id", AccountId::parse, NotFound::account));
        resolvers.add(new PathIdResolver<>(KeyId.class, "key_id", KeyId::parse, NotFound::apiKey));
    }
}
