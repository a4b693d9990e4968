package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.PathIdResolver;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.resend.ResendDeliveries;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the delivery id of the path a parameter that controllers may declare. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration implements WebMvcConfigurer {
    @Bean
    ResendDeliveries resendDeliveries(JdbcClient jdbc) {
        return new ResendDeliveries(jdbc);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PathIdResolver<>(DeliveryId.class, "delivery_id", DeliveryId::parse, NotFound::delivery));
    }
}
