package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.domain.access.Scope;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a scope by its word; blanks around it do not count. */
final class ScopeConverter implements ITypeConverter<Scope> {
    @Override
    public Scope convert(String text) {
        return Scope.of(text.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s".formatted(text.strip(), all())));
    }

    private static String all() {
        return Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
    }
}
