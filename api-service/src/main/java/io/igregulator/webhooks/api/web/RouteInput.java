package io.igregulator.webhooks.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a route takes, as its method's parameters say it.
 *
 * @param parameters empty where the method takes the whole query and checks it itself
 * @param body whether it reads one
 */
record RouteInput(Optional<KnownParameters> parameters, boolean body) {
    static RouteInput of(Method method) {
        List<Parameter> declared = Arrays.asList(method.getParameters());
        boolean wholeQuery = declared.stream().anyMatch(parameter -> parameter.getType() == MultiValueMap.class);
        boolean body = declared.stream()
                .map(Parameter::getType)
                .anyMatch(type -> type == JsonBody.class || type == HttpServletRequest.class);
        return new RouteInput(wholeQuery ? Optional.empty() : Optional.of(parameters(declared)), body);
    }

    private static KnownParameters parameters(List<Parameter> declared) {
        return new KnownParameters(declared.stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(RouteInput::nameOf)
                .toList());
    }

    private static String nameOf(Parameter parameter) {
        String name = Objects.requireNonNull(AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class))
                .name();
        return name.isEmpty() ? parameter.getName() : name;
    }
}
