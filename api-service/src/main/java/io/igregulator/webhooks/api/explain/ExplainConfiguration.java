package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.EventId;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the event id of the path a parameter that controllers may declare. */
@Configuration(proxyBeanMethods = false)
class ExplainConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(EventId.class, "event_id", EventId::parse, NotFound::event));
    }
}
