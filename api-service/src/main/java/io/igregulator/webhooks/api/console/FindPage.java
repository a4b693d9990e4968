package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.find.FindAnything;
import io.igregulator.webhooks.api.find.Hit;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to whatever a person has an id or a name of; of one hit straight to its page. */
@PageController
final class FindPage {
    private static final String Q = "q";
    private static final int MAX_LENGTH = 200;

    private final FindAnything find;

    FindPage(FindAnything find) {
        this.find = find;
    }

    @GetMapping({Paths.CONSOLE, Paths.CONSOLE + "/"})
    Screen start(Visit visit) {
        return new FindScreen(Frame.of("Find", Section.FIND, visit), "", List.of());
    }

    @GetMapping({Paths.CONSOLE + Paths.FIND, Paths.PORTAL + Paths.FIND})
    Shown find(Visit visit, @Takes(Q) QueryParameters parameters) {
        String text = parameters.text(Q).orElse("").strip();
        String searched = text.substring(0, Math.min(text.length(), MAX_LENGTH)).replace("\0", "");
        List<Hit> hits = searched.isEmpty() ? List.of() : find.find(visit.reach(), searched);
        if (hits.size() == 1) {
            return new SeeOther(Links.to(visit, hits.getFirst()));
        }
        return new FindScreen(Frame.of("Find", Section.FIND, visit), searched, hits);
    }
}
