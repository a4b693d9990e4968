package io.igregulator.webhooks.api.error;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;

/** The methods that a route has, as {@code Allow} names them, the same in every answer. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** @param mapped those that the route's handlers name; HEAD and OPTIONS come by themselves */
    static String of(Collection<String> mapped) {
        Set<RequestMethod> methods = EnumSet.of(RequestMethod.OPTIONS);
        mapped.stream().map(RequestMethod::valueOf).forEach(methods::add);
        if (methods.contains(RequestMethod.GET)) {
            methods.add(RequestMethod.HEAD);
        }
        return Arrays.stream(RequestMethod.values())
                .filter(methods::contains)
                .map(RequestMethod::name)
                .collect(Collectors.joining(","));
    }
}
