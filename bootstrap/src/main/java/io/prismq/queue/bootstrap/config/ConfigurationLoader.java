package io.prismq.queue.bootstrap.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the configuration: the sources are laid over each other as trees, and the result must fit the records. */
public final class ConfigurationLoader {
    private static final String DEFAULTS = "defaults.yaml";

    private static final Pattern INNER_CAPITAL = Pattern.compile("[A-Z](?![^\\[]*])");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private ConfigurationLoader() {}

    /**
     * The configuration of these sources.
     *
     * @throws ConfigurationException if a source cannot be read, a name is unknown or a value is out of its range
     */
    public static Configuration load(ConfigurationSources sources) {
        ObjectNode tree = defaults();
        Keys keys = Keys.of(tree);
        sources.found().forEach((key, value) -> keys.put(tree, key, value, YAML));
        sources.file().ifPresent(file -> lay(tree, new ConfigurationFile(file).read(YAML), ""));
        keys.byVariable(sources.environment()).forEach((key, value) -> keys.put(tree, key, value, YAML));
        sources.options().forEach((key, value) -> keys.put(tree, key, value, YAML));
        return valid(bind(tree));
    }

    private static ObjectNode defaults() {
        try (InputStream defaults = Objects.requireNonNull(ConfigurationLoader.class.getResourceAsStream(DEFAULTS))) {
            return (ObjectNode) YAML.readTree(defaults);
        } catch (IOException broken) {
            throw new ConfigurationException("The defaults in the program cannot be read.", broken);
        }
    }

    /** Lays the one tree over the other; an empty section changes nothing, and nothing else takes its place. */
    private static void lay(ObjectNode under, ObjectNode over, String path) {
        over.properties().forEach(property -> {
            JsonNode below = under.get(property.getKey());
            if (!(below instanceof ObjectNode section)) {
                under.set(property.getKey(), property.getValue());
            } else if (property.getValue() instanceof ObjectNode changes) {
                lay(section, changes, path + property.getKey() + ".");
            } else if (!property.getValue().isNull()) {
                throw new ConfigurationException(Misfit.NO_OBJECT.formatted(path + property.getKey()));
            }
        });
    }

    private static Configuration bind(ObjectNode tree) {
        try {
            return YAML.treeToValue(tree, Configuration.class);
        } catch (JacksonException unfit) {
            throw Misfit.told(unfit, tree);
        }
    }

    private static Configuration valid(Configuration configuration) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            String faults = factory.getValidator().validate(configuration).stream()
                    .map(fault -> "%s %s%s".formatted(key(fault), fault.getMessage(), butIs(fault.getInvalidValue())))
                    .sorted()
                    .collect(Collectors.joining("; "));
            if (!faults.isEmpty()) {
                throw new ConfigurationException("The configuration is out of range: " + faults + ".");
            }
            return configuration;
        }
    }

    private static String butIs(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? "" : ", not " + value;
    }

    /** The path as the file has it; the name of a task type, in brackets, stays as it is. */
    private static String key(ConstraintViolation<Configuration> fault) {
        return INNER_CAPITAL
                .matcher(fault.getPropertyPath().toString())
                .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
    }
}
