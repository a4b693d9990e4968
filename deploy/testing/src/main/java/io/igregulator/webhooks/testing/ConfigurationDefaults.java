package io.igregulator.webhooks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** The records hold the defaults, and {@code application.yml} is where they are read: both say the same. */
public abstract class ConfigurationDefaults {
    private static final ClassPathResource FILE = new ClassPathResource("application.yml");

    /** Without these the service refuses to start. */
    private static final Map<String, Object> REQUIRED = Map.of(
            "webhooks.operator.token", "a-token-of-the-test",
            "webhooks.secrets.active-key", "test",
            "webhooks.secrets.keys.test", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    private final Set<String> own;

    /** @param own the keys that this service's file sets apart from the record's default */
    protected ConfigurationDefaults(String... own) {
        this.own = Set.of(own);
    }

    static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.igregulator.webhooks").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordAndTheFileHaveTheSameDefaults(Class<?> type) throws IOException {
        var apart = new HashMap<String, Object>();
        own.forEach(key -> apart.put(key, String.valueOf(file().getProperty(key))));

        assertThat(bind(type, new MapPropertySource("own", apart))).isEqualTo(bind(type, file()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatAServiceSetsApartDiffersFromTheRecord(Class<?> type) {
        boolean apart = own.stream().anyMatch(key -> key.startsWith(prefix(type) + "."));

        assertThat(bind(type, new MapPropertySource("nothing", Map.of())).equals(bind(type, file())))
                .isNotEqualTo(apart);
    }

    @Test
    void theFileListsExactlyTheKeysOfTheRecords() throws IOException {
        var known = records()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(component -> prefix(type) + "." + kebab(component)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keysOfFile()).isEqualTo(known);
    }

    private static Object bind(Class<?> type, PropertySource<?> source) {
        var sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("required", REQUIRED));
        sources.addLast(source);
        return new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
                .bindOrCreate(prefix(type), Bindable.of(type));
    }

    private static PropertySource<?> file() {
        try {
            return new YamlPropertySourceLoader().load("file", FILE).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two levels below {@code webhooks}: what is deeper is the value of a map. */
    private static Set<String> keysOfFile() throws IOException {
        try (InputStream in = FILE.getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(in);
            var keys = new TreeSet<String>();
            file.getOrDefault("webhooks", Map.of())
                    .forEach((feature, settings) ->
                            settings.keySet().forEach(key -> keys.add("webhooks." + feature + "." + key)));
            return keys;
        }
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
