package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.DnsProperties;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.SystemLookup;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sender and the URL check of a service that imports it, both on one resolver. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UrlProperties.class, DnsProperties.class, HttpProperties.class})
public class HttpConfiguration {
    @Bean
    SystemLookup systemLookup(UrlProperties properties, DnsProperties dns) {
        return new SystemLookup(properties.dnsTimeout(), dns);
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
    SSLContext receiverTls(HttpProperties properties, ObjectProvider<SslBundles> bundles) {
        String bundle = properties.sslBundle();
        SslManagerBundle managers = bundle.isEmpty()
                ? TlsContexts.trustedByTheJvm()
                : bundles.getObject().getBundle(bundle).getManagers();
        return TlsContexts.create(managers, properties.nativeTls());
    }

    @Bean
    PooledWebhookSender webhookSender(
            HttpProperties properties, UrlProperties urls, VettingResolver resolver, SSLContext receiverTls) {
        return new PooledWebhookSender(properties, urls, resolver, receiverTls);
    }
}
