package io.igregulator.webhooks.api.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers an address that has no page with a page of its own, also where only forms are taken. */
@PageController
final class UnknownPage {
    @GetMapping({Paths.CONSOLE + "/**", Paths.PORTAL + "/**"})
    Screen none(Visit visit) {
        return new ProblemScreen(
                Frame.of("Not found", Section.NONE, visit),
                HttpServletResponse.SC_NOT_FOUND,
                "There is no page here.",
                null,
                null,
                null);
    }
}
