package io.igregulator.webhooks.worker.error;

import java.util.Map;
import org.apache.catalina.Container;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the envelope at every layer that can refuse a request. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {
    /** After every route, before Spring looks for files, and fails at headers that it cannot parse. */
    private static final int LAST = Ordered.LOWEST_PRECEDENCE - 10;

    @Bean
    SimpleUrlHandlerMapping unknownRoutes() {
        HttpRequestHandler refusal = (request, response) -> Refusal.of(404).write(response);
        return new SimpleUrlHandlerMapping(Map.of("/**", refusal), LAST);
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
