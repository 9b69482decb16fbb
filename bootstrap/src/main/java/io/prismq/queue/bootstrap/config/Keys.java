package io.prismq.queue.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The keys that have a single value, by their path, such as {@code server.port}, with their defaults. */
final class Keys {
    private static final String PREFIX = "PRISMQ_";

    /** Variables that are read elsewhere: by the command line and by the log. */
    private static final Set<String> OTHERS = Set.of("PRISMQ_CONFIG", "PRISMQ_LOG_LEVEL");

    private final Map<String, JsonNode> defaults;

    private Keys(Map<String, JsonNode> defaults) {
        this.defaults = defaults;
    }

    static Keys of(ObjectNode tree) {
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        tree.properties()
                .forEach(section -> section.getValue()
                        .properties()
                        .forEach(key -> keys.put(section.getKey() + "." + key.getKey(), key.getValue())));
        return new Keys(keys);
    }

    /** The values that the environment gives, by key. */
    Map<String, String> byVariable(Map<String, String> environment) {
        Map<String, String> keyOfVariable = new TreeMap<>();
        defaults.keySet().forEach(key -> keyOfVariable.put(variable(key), key));
        Map<String, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !OTHERS.contains(variable)) {
                String key = keyOfVariable.get(variable);
                if (key == null) {
                    throw new ConfigurationException("Unknown environment variable %s; known: %s, %s."
                            .formatted(variable, keyOfVariable.keySet(), OTHERS));
                }
                values.put(key, value);
            }
        });
        return values;
    }

    /** Sets the key in the tree: as it stands where the key takes a text, as YAML where it takes something else. */
    void put(ObjectNode tree, String key, String value, YAMLMapper yaml) {
        String[] path = key.split("\\.", 2);
        JsonNode byDefault = defaults.get(key);
        boolean takesText = byDefault == null || byDefault.isNull() || byDefault.isString();
        ((ObjectNode) tree.get(path[0])).set(path[1], takesText ? StringNode.valueOf(value) : parse(key, value, yaml));
    }

    static String variable(String key) {
        return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static JsonNode parse(String key, String value, YAMLMapper yaml) {
        try {
            return yaml.readTree(value);
        } catch (JacksonException malformed) {
            throw new ConfigurationException(
                    "The value of the configuration key %s cannot be read: %s"
                            .formatted(key, malformed.getOriginalMessage()),
                    malformed);
        }
    }
}
