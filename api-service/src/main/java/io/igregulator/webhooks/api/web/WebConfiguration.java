package io.igregulator.webhooks.api.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes the {@link JsonBody}, {@link OptionalBody}, {@link Form}, {@link QueryParameters} and {@link IfMatch} that controllers may
 * declare, and holds routes to what they declare.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    @Bean
    static NoCrossOrigin noCrossOrigin() {
        return new NoCrossOrigin();
    }

    /** Outside of the filters that answer or refuse. */
    @Bean
    FilterRegistrationBean<NoStore> noStore() {
        FilterRegistrationBean<NoStore> registration = new FilterRegistrationBean<>(new NoStore());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 150);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        var bodies = new JsonBodyReader();
        resolvers.add(new FromRequest<>(JsonBody.class, bodies::read));
        resolvers.add(new FromRequest<>(OptionalBody.class, bodies::readIfAny));
        resolvers.add(new FromRequest<>(QueryParameters.class, QueryParameters::of));
        resolvers.add(new FromRequest<>(Form.class, Form::of));
        resolvers.add(new FromRequest<>(IfMatch.class, IfMatch::of));
    }

    /** Of both sides; the documents take what a browser or a link adds. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new RefuseUnknown())
                .addPathPatterns("/v1/**", "/operator/v1/**", "/console/**", "/portal/**");
    }
}
