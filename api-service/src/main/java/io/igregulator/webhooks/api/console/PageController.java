package io.igregulator.webhooks.api.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;

/** Marks the pages of one subject. They are made when the first of them is asked for: most processes never show one. */
@Controller
@Lazy
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PageController {}
