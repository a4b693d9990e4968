package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.ServerFault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Answers with what a method of a page returns. */
final class ShownHandler implements HandlerMethodReturnValueHandler {
    private final ObjectProvider<RenderScreen> render;

    ShownHandler(ObjectProvider<RenderScreen> render) {
        this.render = render;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Shown.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (response == null || !(returned instanceof Shown shown)) {
            throw ServerFault.unexpected();
        }
        switch (shown) {
            case Screen screen -> render.getObject().render(screen, response);
            case SeeOther other -> redirect(other.location(), response);
        }
    }

    static void redirect(String location, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
