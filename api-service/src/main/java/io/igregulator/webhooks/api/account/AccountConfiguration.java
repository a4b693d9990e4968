package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.ServerFault;
import io.igregulator.webhooks.api.web.FromRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        resolvers.add(requester(Caller.class, Caller.ATTRIBUTE));
        resolvers.add(requester(Actor.class, Actor.ATTRIBUTE));
    }

    /** As a filter has left it in an attribute. A route that no filter covered fails instead of running without a caller. */
    private static <T> FromRequest<T> requester(Class<T> type, String attribute) {
        return new FromRequest<>(type, request -> {
            @Nullable Object requester = request.getAttribute(attribute);
            if (type.isInstance(requester)) {
                return type.cast(requester);
            }
            throw ServerFault.unexpected();
        });
    }
}
