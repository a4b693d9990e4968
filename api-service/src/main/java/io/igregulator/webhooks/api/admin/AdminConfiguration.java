package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the ids of accounts and keys from paths. */
@Configuration(proxyBeanMethods = false)
class AdminConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(AccountId.class, "account_id", AccountId::parse, NotFound::account));
        resolvers.add(new PathIdResolver<>(KeyId.class, "key_id", KeyId::parse, NotFound::apiKey));
    }
}
