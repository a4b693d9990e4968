package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.session.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Shows a refusal or a failure as a page: what programs read in the error envelope, people read here. */
@Component
@Lazy
final class ShowProblem {
    private final RenderScreen render;

    ShowProblem(RenderScreen render) {
        this.render = render;
    }

    void show(ApiError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        error.headers().forEach(response::setHeader);
        Frame frame = request.getAttribute(Visit.ATTRIBUTE) instanceof Visit visit
                ? Frame.of(title(error), Section.NONE, visit)
                : Frame.ofStranger(title(error), Door.of(request.getServletPath()));
        render.render(
                new ProblemScreen(
                        frame,
                        error.status(),
                        Words.sentence(error.summary()),
                        Words.sentenceOrNull(error.suggestion()),
                        null,
                        null),
                response);
    }

    /** For a visitor who is not known, or no longer. */
    void showStranger(Door door, @Nullable URI returnUrl, HttpServletResponse response) throws IOException {
        Frame frame = Frame.ofStranger("Your session has ended", door);
        boolean console = door == Door.CONSOLE;
        String hint = console
                ? "Nothing was changed. Log in and send the form again."
                : "Open this page again from the application that brought you here. A link into it works once.";
        String way = console ? LoginPage.PATH : returnUrl == null ? null : returnUrl.toString();
        render.render(
                new ProblemScreen(
                        frame,
                        HttpServletResponse.SC_UNAUTHORIZED,
                        "You are not logged in.",
                        hint,
                        way,
                        console ? "Log in" : "Go back"),
                response);
    }

    /** Makes the browser ask once more, this time from a page of ours. */
    void showAgain(String path, HttpServletResponse response) throws IOException {
        render.render(new AgainScreen(Frame.ofStranger("One moment", Door.CONSOLE), path), response);
    }

    private static String title(ApiError error) {
        return switch (error.status()) {
            case HttpServletResponse.SC_NOT_FOUND -> "Not found";
            case HttpServletResponse.SC_FORBIDDEN -> "Not allowed";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "Not available at the moment";
            default -> error.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "Our fault" : "Not done";
        };
    }
}
