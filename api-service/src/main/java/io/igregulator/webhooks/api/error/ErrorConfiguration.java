package io.igregulator.webhooks.api.error;

import java.util.Map;
import org.apache.catalina.Container;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the envelope at every layer that can refuse a request. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {
    /** Inside the metrics filter, outside every filter of ours. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 100;

    /** A path that the port does not have is not found, whatever the method. */
    private static final int AFTER_SIDES = Ordered.HIGHEST_PRECEDENCE + 300;

    @Bean
    FilterRegistrationBean<ErrorFilter> errorFilter() {
        FilterRegistrationBean<ErrorFilter> registration = new FilterRegistrationBean<>(new ErrorFilter());
        registration.setOrder(OUTERMOST);
        return registration;
    }

    /** Tomcat has to let TRACE through for that, on both ports. */
    @Bean
    FilterRegistrationBean<RefuseTrace> refuseTrace(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        FilterRegistrationBean<RefuseTrace> registration = new FilterRegistrationBean<>(new RefuseTrace(routes));
        registration.setOrder(AFTER_SIDES);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> traceReachesTheFilter() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    /** Last: the dispatcher's own refusal parses headers that are not needed, and fails on those it cannot parse. */
    @Bean
    SimpleUrlHandlerMapping unknownRoutes() {
        HttpRequestHandler refusal = (request, response) -> ErrorWriter.write(NotFound.route(), response);
        return new SimpleUrlHandlerMapping(Map.of("/**", refusal), Ordered.LOWEST_PRECEDENCE);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorReport() {
        return factory -> factory.addContextCustomizers(context -> replaceErrorReport(context.getParent()));
    }

    private static void replaceErrorReport(Container host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new ErrorReport());
        // Or the host adds its own, HTML one when it starts.
        ((StandardHost) host).setErrorReportValveClass(ErrorReport.class.getName());
    }
}
