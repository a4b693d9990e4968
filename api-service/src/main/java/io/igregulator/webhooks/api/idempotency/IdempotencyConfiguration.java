package io.igregulator.webhooks.api.idempotency;

import io.igregulator.webhooks.api.web.FromRequest;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link IdempotencyKey} a parameter that controllers may declare. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromRequest<>(IdempotencyKey.class, IdempotencyKey::of));
    }
}
