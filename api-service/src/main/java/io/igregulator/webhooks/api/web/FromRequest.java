package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.ServerFault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands what is read from the request to controllers that declare a parameter of its type. */
public final class FromRequest<T> implements HandlerMethodArgumentResolver {
    private final Class<T> type;
    private final Reading<T> reading;

    /** How it is read. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(HttpServletRequest request) throws IOException;
    }

    public FromRequest(Class<T> type, Reading<T> reading) {
        this.type = type;
        this.reading = reading;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw ServerFault.unexpected();
        }
        return reading.of(servletRequest);
    }
}
