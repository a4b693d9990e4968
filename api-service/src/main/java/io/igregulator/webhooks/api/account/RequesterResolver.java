package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.ServerFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands to controllers who makes the request, as a filter has left it in an attribute; a route that no filter covered fails
 * instead of running for nobody.
 */
final class RequesterResolver implements HandlerMethodArgumentResolver {
    private final Class<?> type;
    private final String attribute;

    RequesterResolver(Class<?> type, String attribute) {
        this.type = type;
        this.attribute = attribute;
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
            @Nullable WebDataBinderFactory binders) {
        @Nullable Object requester = request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
        if (requester != null && type.isInstance(requester)) {
            return requester;
        }
        throw ServerFault.unexpected();
    }
}
