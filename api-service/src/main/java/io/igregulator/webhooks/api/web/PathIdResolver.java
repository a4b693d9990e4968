package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.ApiError;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands an id of the path to controllers that declare its type. Text that is not an id names nothing either, and is
 * answered like an unknown one.
 *
 * @param variable the name in the path's template
 * @param parser throws {@link IllegalArgumentException} on text that is not an id
 */
public record PathIdResolver<T>(Class<T> type, String variable, Function<String, T> parser, Supplier<ApiError> unknown)
        implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> map && map.get(variable) instanceof String text) {
            return parse(text);
        }
        throw unknown.get();
    }

    private T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw unknown.get();
        }
    }
}
