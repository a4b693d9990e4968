package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a route does not read, before it does anything: query parameters that its method does not take, and a
 * body where it takes none.
 */
final class RefuseUnknown implements HandlerInterceptor {
    private final JsonBodyReader bodies = new JsonBodyReader();
    private final Map<Method, RouteInput> routes = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // Not Spring's own answer to OPTIONS, which is a method as well.
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getMethod().equals("OPTIONS")) {
            check(request, routes.computeIfAbsent(method.getMethod(), RouteInput::of));
        }
        return true;
    }

    /** @throws InvalidRequest if there is something that the route does not read */
    private void check(HttpServletRequest request, RouteInput route) throws IOException {
        if (route.parameters().isPresent()) {
            QueryParameters.of(request).allowOnly(route.parameters().get().toArray(String[]::new));
        }
        if (!route.body()) {
            bodies.requireNone(request);
        }
    }
}
