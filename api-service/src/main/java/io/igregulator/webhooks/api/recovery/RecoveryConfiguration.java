package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.RecoveryId;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the recovery id of the path a parameter that controllers may declare. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(RecoveryId.class, "recovery_id", RecoveryId::parse, NotFound::recovery));
    }
}
