package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.SystemLookup;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sender and the URL check of a service that imports it, both on one resolver. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UrlProperties.class, HttpProperties.class})
public class HttpConfiguration {
    @Bean
    SystemLookup systemLookup(UrlProperties properties) {
        return new SystemLookup(properties.dnsTimeout());
    }

    @Bean
    VettingResolver vettingResolver(HostLookup lookup, UrlProperties properties) {
        return new VettingResolver(lookup, properties.addressPolicy());
    }

    @Bean
    UrlCheck urlCheck(UrlProperties properties, VettingResolver resolver) {
        return new UrlCheck(properties, resolver);
    }

    @Bean
    WebhookSender webhookSender(
            HttpProperties properties,
            UrlProperties urls,
            VettingResolver resolver,
            ObjectProvider<SslBundles> bundles) {
        return new PooledWebhookSender(properties, urls, resolver, trust(properties.sslBundle(), bundles));
    }

    private static SSLContext trust(String bundle, ObjectProvider<SslBundles> bundles) {
        return bundle.isEmpty()
                ? SSLContexts.createSystemDefault()
                : bundles.getObject().getBundle(bundle).createSslContext();
    }
}
