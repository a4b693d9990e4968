package io.igregulator.webhooks.api.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses TRACE, which would repeat the request's credentials, before any servlet sees it. Tomcat's own refusal, which this
 * replaces, knows no routes and so names no methods.
 */
final class RefuseTrace extends HttpFilter {
    private final RequestMappingHandlerMapping routes;

    RefuseTrace(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("TRACE")) {
            throw refusal(request);
        }
        chain.doFilter(request, response);
    }

    private ApiError refusal(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            routes.getHandler(request);
        } catch (HttpRequestMethodNotSupportedException e) {
            return ErrorAdvice.method(e);
        } catch (Exception e) {
            return InvalidRequest.unreadable("the request cannot be read");
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
        return NotFound.route();
    }
}
