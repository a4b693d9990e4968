package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.KeyId;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.port.ConnectionProperties;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens the operator's port and keeps the two sides apart. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorProperties.class)
class OperatorConfiguration implements WebMvcConfigurer {
    /** Inside the error filter, before anybody is asked for a credential. */
    private static final int SIDE_FIRST = Ordered.HIGHEST_PRECEDENCE + 200;

    @Bean
    OperatorConnector operatorConnector(OperatorProperties properties, ConnectionProperties connections) {
        return new OperatorConnector(properties, connections);
    }

    @Bean
    OperatorPort operatorPort(OperatorConnector connector) {
        return new OperatorPort(connector);
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
                new FilterRegistrationBean<>(new OperatorTokenFilter(Objects.requireNonNull(properties.token())));
        registration.addUrlPatterns("/operator/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(AccountId.class, "account_id", AccountId::parse, NotFound::account));
        resolvers.add(new PathIdResolver<>(KeyId.class, "key_id", KeyId::parse, NotFound::apiKey));
    }
}
