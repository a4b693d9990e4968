package io.igregulator.webhooks.api.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Answers a browser's preflight request without any permission, which is a refusal to it. Spring's own refusal would be
 * plain text instead of the envelope.
 */
final class NoCrossOrigin implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AbstractHandlerMapping mapping) {
            mapping.setCorsProcessor((configuration, request, response) -> true);
        }
        return bean;
    }
}
