package io.prismq.queue.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The keys that have a single value, by their path, such as {@code server.port}, with their defaults. */
final class Keys {
    private static final String PREFIX = "PRISMQ_";

    /** How many names may be meant by one that is not known. */
    private static final int TOLD = 3;

    /** Variables that are read elsewhere: by the command line and by the log. */
    private static final Set<String> ELSEWHERE = Set.of(
            "PRISMQ_CONFIG",
            "PRISMQ_LOG_FORMAT",
            "PRISMQ_LOG_LEVEL",
            "PRISMQ_SERVER",
            "PRISMQ_KEY",
            "PRISMQ_CA_FILE",
            "PRISMQ_CERT_FILE",
            "PRISMQ_CERT_KEY_FILE");

    /**
     * Further variables of a key. Of those that are given its own counts before them, and of them the first: a name
     * without the prefix may be that of another program, and so comes last.
     */
    private static final Map<String, List<String>> ALIASES =
            Map.of("maintenance.use_task_queue", List.of("PRISMQ_USE_TASK_QUEUE", "USE_TASK_QUEUE"));

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
    Map<String, String> byVariable(Map<String, String> all) {
        Map<String, String> environment = ForeignVariables.without(all);
        Set<String> known = new TreeSet<>(ELSEWHERE);
        Map<String, String> values = new TreeMap<>();
        for (String key : defaults.keySet()) {
            List<String> variables = variables(key).toList();
            known.addAll(variables);
            variables.stream()
                    .filter(environment::containsKey)
                    .findFirst()
                    .map(environment::get)
                    .ifPresent(value -> values.put(key, value));
        }
        requireKnown(environment.keySet(), known);
        return values;
    }

    /** Sets the key in the tree: as it stands where the key takes a text, as YAML where it takes something else. */
    void put(ObjectNode tree, String key, String value, YAMLMapper yaml) {
        String[] path = key.split("\\.", 2);
        JsonNode byDefault = defaults.get(key);
        boolean takesText = byDefault == null || byDefault.isNull() || byDefault.isString();
        ((ObjectNode) tree.get(path[0])).set(path[1], takesText ? StringNode.valueOf(value) : parse(key, value, yaml));
    }

    private static void requireKnown(Set<String> given, Set<String> known) {
        for (String variable : given) {
            if (variable.startsWith(PREFIX) && !known.contains(variable)) {
                throw new ConfigurationException("Unknown environment variable %s; the nearest that are known: %s."
                        .formatted(variable, String.join(", ", Likeness.nearest(variable, known, TOLD))));
            }
        }
    }

    /** Those that set the key, the one that counts most first. */
    private static Stream<String> variables(String key) {
        String own = PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
        return Stream.concat(Stream.of(own), ALIASES.getOrDefault(key, List.of()).stream());
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
