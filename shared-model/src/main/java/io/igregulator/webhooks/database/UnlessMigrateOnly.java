package io.igregulator.webhooks.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** On a service's application: with {@code webhooks.migrate-only=true} the process migrates and is not the service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = "webhooks.migrate-only", havingValue = false, matchIfMissing = true)
public @interface UnlessMigrateOnly {}
