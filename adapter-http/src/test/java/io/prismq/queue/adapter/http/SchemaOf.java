package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.prismq.queue.adapter.http.constraint.NoControls;
import io.prismq.queue.adapter.http.constraint.ObjectValue;
import io.prismq.queue.adapter.http.constraint.WordOf;
import io.prismq.queue.adapter.http.constraint.Words;
import io.prismq.queue.adapter.http.json.RawJson;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a record says about its JSON, to hold a schema against. */
record SchemaOf(Class<?> type) {
    private static final String WRITTEN_OR_READ = ".*(Request|Body)|ClaimedTask|FieldError";
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string",
            Instant.class, "string",
            Integer.class, "integer",
            int.class, "integer",
            Long.class, "integer",
            long.class, "integer",
            Double.class, "number",
            double.class, "number",
            Boolean.class, "boolean",
            boolean.class, "boolean");

    /** Every record of the module that is a request or a part of an answer, by its name. */
    static Map<String, SchemaOf> everyRecord() {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.map(classes()::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(SchemaOf::load)
                    .filter(Class::isRecord)
                    .filter(found -> found.getSimpleName().matches(WRITTEN_OR_READ))
                    .collect(Collectors.toMap(Class::getSimpleName, SchemaOf::new, (one, other) -> one, TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void assertDescribedBy(JsonNode schema) {
        if (schema.has("allOf")) {
            JsonNode parts = schema.required("allOf");
            RecordComponent unwrapped = component(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class));
            assertThat(parts.get(0).required("$ref").asString())
                    .endsWith("/" + unwrapped.getType().getSimpleName());
            assertFields(parts.get(1), part -> !part.getName().equals(unwrapped.getName()));
            return;
        }
        assertFields(schema, part -> true);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isEqualTo(!isRequest());
    }

    private void assertFields(JsonNode schema, Predicate<RecordComponent> described) {
        List<RecordComponent> parts =
                Arrays.stream(type.getRecordComponents()).filter(described).toList();
        assertThat(Set.copyOf(schema.required("properties").propertyNames()))
                .isEqualTo(parts.stream().map(SchemaOf::name).collect(Collectors.toSet()));
        assertThat(schema.required("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(parts.stream()
                        .filter(this::isRequired)
                        .map(SchemaOf::name)
                        .toList());
        parts.forEach(part -> assertField(part, schema.required("properties").required(name(part))));
    }

    private void assertField(RecordComponent part, JsonNode field) {
        if (part.getType() == RawJson.class && !field.has("type")) {
            assertThat(isObjectAlone(part)).as(part.toString()).isFalse();
            return;
        }
        assertThat(types(field)).as(part.toString()).isEqualTo(expectedTypes(part));
        assertBound(part.getAccessor().getAnnotation(Min.class), Min::value, field.path("minimum"), part);
        assertBound(part.getAccessor().getAnnotation(Max.class), Max::value, field.path("maximum"), part);
        Size size = part.getAccessor().getAnnotation(Size.class);
        String unit = part.getType() == List.class ? "Items" : "Length";
        assertBound(size, bounds -> bounds.min(), field.path("min" + unit), part);
        assertBound(size, bounds -> bounds.max(), field.path("max" + unit), part);
        if (isRequest()) {
            assertWords(part, field);
        }
    }

    private void assertWords(RecordComponent part, JsonNode field) {
        WordOf words = part.getAccessor().getAnnotation(WordOf.class);
        assertThat(field.path("enum")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList())
                .as(part.toString())
                .isEqualTo(words == null ? List.of() : Words.of(words.value()));
        Pattern pattern = part.getAccessor().getAnnotation(Pattern.class);
        boolean plain = part.getAccessor().isAnnotationPresent(NoControls.class);
        String expected = pattern != null ? pattern.regexp() : plain ? NoControls.PATTERN : "";
        assertThat(field.path("pattern").asString("^$")).as(part.toString()).isEqualTo("^" + expected + "$");
    }

    private <A> void assertBound(
            @Nullable A constraint, ToLongFunction<A> bound, JsonNode described, RecordComponent part) {
        if (constraint != null) {
            assertThat(described.asLong()).as(part.toString()).isEqualTo(bound.applyAsLong(constraint));
        } else if (isRequest() && !described.isMissingNode()) {
            assertThat(described.asLong()).as(part.toString()).isEqualTo(Integer.MAX_VALUE);
        }
    }

    private Set<String> expectedTypes(RecordComponent part) {
        String json = SCALARS.getOrDefault(part.getType(), part.getType() == List.class ? "array" : "object");
        String referred = part.getType().isRecord() && part.getType() != RawJson.class
                ? part.getType().getSimpleName()
                : json;
        String elements = part.getGenericType() instanceof ParameterizedType list ? " of " + element(list) : "";
        return isNullable(part) ? Set.of(referred + elements, "null") : Set.of(referred + elements);
    }

    private static String element(ParameterizedType list) {
        Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
        return element.isSealed()
                ? names(Arrays.stream(element.getPermittedSubclasses()).map(Class::getSimpleName))
                : SCALARS.getOrDefault(element, element.getSimpleName());
    }

    private static String names(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(" or "));
    }

    private static Set<String> types(JsonNode field) {
        if (field.has("$ref")) {
            return Set.of(field.required("$ref").asString().replaceFirst(".*/", ""));
        }
        if (field.has("anyOf")) {
            return field.required("anyOf")
                    .valueStream()
                    .flatMap(choice -> types(choice).stream())
                    .collect(Collectors.toSet());
        }
        JsonNode type = field.required("type");
        String elements = field.has("items") ? " of " + names(types(field.required("items")).stream()) : "";
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(JsonNode::asString)
                .map(word -> word.equals("array") ? word + elements : word)
                .collect(Collectors.toSet());
    }

    private boolean isRequired(RecordComponent part) {
        return isRequest() ? part.getAccessor().isAnnotationPresent(NotNull.class) : !isLeftOut(part);
    }

    private boolean isRequest() {
        return type.getSimpleName().endsWith("Request");
    }

    private static boolean isNullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isLeftOut(part);
    }

    /** Where it is null. */
    private static boolean isLeftOut(RecordComponent part) {
        return part.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isObjectAlone(RecordComponent part) {
        return part.getAccessor().isAnnotationPresent(ObjectValue.class);
    }

    private RecordComponent component(Predicate<RecordComponent> wanted) {
        return Arrays.stream(type.getRecordComponents())
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static String name(RecordComponent part) {
        return part.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Path classes() {
        try {
            return Path.of(HttpServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException("classes are loaded from a directory", noPath);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
            return Class.forName(name, false, SchemaOf.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(file + " was there a moment ago", gone);
        }
    }
}
