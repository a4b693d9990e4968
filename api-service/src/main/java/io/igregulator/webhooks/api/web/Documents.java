package io.igregulator.webhooks.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Which paths lead to documents, which are the same for every reader and hold no secret. */
public final class Documents {
    private static final List<String> ROOTS = List.of(
            "/docs",
            "/openapi.json",
            "/v1/event-types",
            "/operator/docs",
            "/operator/openapi.json",
            "/console/assets",
            "/portal/assets");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private Documents() {}

    /** Whether the request reads one; its path counts decoded and normalised. */
    public static boolean isReadBy(HttpServletRequest request) {
        String path = request.getServletPath();
        return READING.contains(request.getMethod())
                && ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
