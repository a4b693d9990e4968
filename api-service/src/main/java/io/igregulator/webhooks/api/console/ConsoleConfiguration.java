package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.RequestsAtOnce;
import io.igregulator.webhooks.api.error.ServerFault;
import io.igregulator.webhooks.api.session.PortalProperties;
import io.igregulator.webhooks.api.web.FromRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door in front of the pages, and hands them their visitor. Of all else nothing is made before a page is asked for. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<RenderScreen> render;
    private final ObjectProvider<AccountStore> accounts;

    ConsoleConfiguration(ObjectProvider<RenderScreen> render, ObjectProvider<AccountStore> accounts) {
        this.render = render;
        this.accounts = accounts;
    }

    @Bean
    static PageCookies pageCookies(PortalProperties properties) {
        return new PageCookies(properties);
    }

    /** The container compares the decoded, normalised path: no spelling gets past, and no other request gets here. */
    @Bean
    static FilterRegistrationBean<PageFilter> pageFilter(
            PortalProperties portal,
            PageCookies cookies,
            RequestsAtOnce requestsAtOnce,
            ObjectProvider<Entrance> entrance,
            ObjectProvider<ShowProblem> problems) {
        FilterRegistrationBean<PageFilter> registration = new FilterRegistrationBean<>(
                new PageFilter(new PageHeaders(portal), cookies, requestsAtOnce, entrance, problems));
        registration.addUrlPatterns(Paths.CONSOLE + "/*", Paths.PORTAL + "/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromRequest<>(Visit.class, ConsoleConfiguration::visit));
        resolvers.add(new FromRequest<>(
                AccountVisit.class, request -> new FindAccountVisit(accounts.getObject()).of(visit(request), request)));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ShownHandler(render));
    }

    /** As the filter has left it. A page that the filter did not cover fails instead of running without a visitor. */
    private static Visit visit(HttpServletRequest request) {
        if (request.getAttribute(Visit.ATTRIBUTE) instanceof Visit visit) {
            return visit;
        }
        throw ServerFault.unexpected();
    }
}
