package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.connection.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Where the payload of a task comes from. */
final class PayloadOptions {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String STANDARD_INPUT = "-";
    private static final Path STANDARD_INPUT_FILE = Path.of(STANDARD_INPUT);

    /** What Java makes of an argument that the locale cannot express. */
    private static final char UNREADABLE = '\uFFFD';

    @Option(names = "--payload", paramLabel = "JSON", description = "The payload.")
    private @Nullable String text;

    @Option(names = "--payload-file", paramLabel = "FILE", description = "Read the payload from a file.")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The JSON text of the payload, as it was written; empty where there is none.
     *
     * @param dash what stands behind the type: nothing, or the sign of standard input
     */
    Optional<String> read(@Nullable String dash) {
        if (dash != null && !dash.equals(STANDARD_INPUT)) {
            throw wrong("Unmatched argument '%s': the payload is given with --payload".formatted(dash));
        }
        if (Stream.of(dash, text, file).filter(given -> given != null).count() > 1) {
            throw wrong("--payload, --payload-file and - exclude each other");
        }
        if (text != null) {
            return Optional.of(checked("--payload", text));
        }
        if (dash != null || STANDARD_INPUT_FILE.equals(file)) {
            return Optional.of(checked("Standard input", contents(STANDARD_INPUT_FILE)));
        }
        return Optional.ofNullable(file).map(path -> checked(path.toString(), contents(path)));
    }

    private String contents(Path source) {
        if (Files.isDirectory(source)) {
            throw wrong("%s is a directory, not a payload".formatted(source));
        }
        try (InputStream in = source.equals(STANDARD_INPUT_FILE) ? System.in : Files.newInputStream(source)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw wrong("The payload must not be larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw wrong("The payload in %s is not UTF-8".formatted(source));
        } catch (NoSuchFileException missing) {
            throw wrong("There is no file %s".formatted(source));
        } catch (AccessDeniedException forbidden) {
            throw wrong("This user may not read %s".formatted(source));
        } catch (IOException unreadable) {
            throw wrong("%s cannot be read: %s".formatted(source, unreadable.getMessage()));
        }
    }

    private String checked(String source, String json) {
        if (json.indexOf(UNREADABLE) >= 0) {
            throw wrong(source + " has characters that cannot be read: set LC_ALL=C.UTF-8, or use --payload-file");
        }
        try {
            if (Json.value(json).isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw wrong("%s is not JSON: %s".formatted(source, notJson.getOriginalMessage()));
        }
        throw wrong(source + " must be an object in JSON, such as '{\"to\": \"ada@example.org\"}'");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
