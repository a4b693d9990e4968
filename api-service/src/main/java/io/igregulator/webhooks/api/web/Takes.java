package io.igregulator.webhooks.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the {@link QueryParameters} that a route takes, which are checked before the route does anything. Routes that take the
 * same share an annotation that carries this one.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {
    String[] value();
}
