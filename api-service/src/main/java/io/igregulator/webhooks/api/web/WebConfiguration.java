package io.igregulator.webhooks.api.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link JsonBody} and {@link IfMatch} parameters that controllers may declare, and holds routes to what they declare. */
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
        resolvers.add(new JsonBodyResolver());
        resolvers.add(new IfMatchResolver());
    }

    /** Of both sides; the documents take what a browser or a link adds. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RefuseUnknown()).addPathPatterns("/v1/**", "/operator/**");
    }
}
