package io.igregulator.webhooks.worker.log;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Buffers the console. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    @Bean
    BufferConsole bufferConsole() {
        return new BufferConsole();
    }
}
