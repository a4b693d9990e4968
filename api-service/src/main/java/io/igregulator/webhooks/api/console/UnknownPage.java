package io.igregulator.webhooks.api.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;

/** An address below the pages that no page has: said as a page, also for one that only takes forms. */
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
