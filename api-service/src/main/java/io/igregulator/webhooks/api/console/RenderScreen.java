package io.igregulator.webhooks.api.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes pages as HTML, each when it is complete: one that fails half-way leaves nothing behind. */
@Component
@Lazy
final class RenderScreen {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            RenderScreen.class.getClassLoader(),
            RenderScreen.class.getPackageName() + ".template");

    void render(Screen screen, HttpServletResponse response) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(screen.template() + ".jte", screen, page);
        response.setStatus(screen.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
