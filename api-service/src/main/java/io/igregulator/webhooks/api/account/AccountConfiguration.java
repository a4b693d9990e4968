package io.igregulator.webhooks.api.account;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door in front of {@code /v1}. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration implements WebMvcConfigurer {
    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(RequestsAtOnce requestsAtOnce, UseKey useKey) {
        FilterRegistrationBean<ApiKeyFilter> registration =
                new FilterRegistrationBean<>(new ApiKeyFilter(requestsAtOnce, useKey));
        // The container maps the decoded, normalised path, as the dispatcher does: no spelling gets past.
        registration.addUrlPatterns("/v1/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequesterResolver(Caller.class, Caller.ATTRIBUTE));
        resolvers.add(new RequesterResolver(Actor.class, Actor.ATTRIBUTE));
    }
}
