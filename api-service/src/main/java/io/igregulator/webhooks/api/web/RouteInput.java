package io.igregulator.webhooks.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What a route takes, as its method's parameters say it.
 *
 * @param parameters empty where the method checks the query's parameters itself
 * @param body whether it reads one
 */
record RouteInput(Optional<List<String>> parameters, boolean body) {
    private static final Set<Class<?>> BODIES =
            Set.of(JsonBody.class, OptionalBody.class, Form.class, HttpServletRequest.class);

    static RouteInput of(Method method) {
        List<Parameter> declared = Arrays.asList(method.getParameters());
        boolean body = declared.stream().map(Parameter::getType).anyMatch(BODIES::contains);
        return new RouteInput(parameters(declared), body);
    }

    private static Optional<List<String>> parameters(List<Parameter> declared) {
        return declared.stream()
                .filter(parameter -> parameter.getType() == QueryParameters.class)
                .findFirst()
                .map(RouteInput::taken)
                .orElse(Optional.of(List.of()));
    }

    private static Optional<List<String>> taken(Parameter query) {
        @Nullable Takes takes = AnnotatedElementUtils.getMergedAnnotation(query, Takes.class);
        return takes == null ? Optional.empty() : Optional.of(List.of(takes.value()));
    }
}
