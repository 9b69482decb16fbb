package io.prismq.queue.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file of a person: YAML that may be missing, malformed, or something else altogether. */
record ConfigurationFile(Path path) {
    /** As the parser words a key that stands twice in a section. */
    private static final Pattern TWICE = Pattern.compile("(?i)duplicate .*property \"([^\"]*)\".*", Pattern.DOTALL);

    /**
     * What it holds; empty where it is.
     *
     * @param yaml finds keys that stand twice
     */
    ObjectNode read(YAMLMapper yaml) {
        try {
            JsonNode tree = yaml.readTree(Files.readString(path));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            if (tree.isMissingNode() || tree.isNull()) {
                return yaml.createObjectNode();
            }
            throw new ConfigurationException(
                    "The configuration file %s does not hold keys with values.".formatted(path));
        } catch (NoSuchFileException missing) {
            throw new ConfigurationException("There is no configuration file %s.".formatted(path), missing);
        } catch (IOException unreadable) {
            throw new ConfigurationException("The configuration file %s cannot be read.".formatted(path), unreadable);
        } catch (JacksonException malformed) {
            throw new ConfigurationException(
                    "The configuration file %s %s".formatted(path, flaw(malformed)), malformed);
        }
    }

    private static String flaw(JacksonException malformed) {
        Matcher twice = TWICE.matcher(malformed.getOriginalMessage());
        return twice.matches()
                ? "has the key %s twice, the second time on line %d."
                        .formatted(twice.group(1), malformed.getLocation().getLineNr())
                : "is not YAML: " + malformed.getOriginalMessage();
    }
}
