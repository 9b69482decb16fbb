package io.prismq.queue.adapter.sqlite.session;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A column with what is written into it, so that a statement and its values cannot disagree on their order. */
public record Column<T>(Field<?> field, Function<T, @Nullable Object> value) {
    public static <T> List<Field<?>> fields(List<Column<T>> columns) {
        return columns.stream().<Field<?>>map(Column::field).toList();
    }

    public static <T> List<Field<?>> places(List<Column<T>> columns) {
        return columns.stream().<Field<?>>map(column -> place(column.field())).toList();
    }

    /** The values of the columns, followed by those that the rest of the statement takes. */
    public static <T> @Nullable Object[] values(List<Column<T>> columns, T source, Object... rest) {
        @Nullable Object[] values = new @Nullable Object[columns.size() + rest.length];
        for (int index = 0; index < columns.size(); index++) {
            values[index] = columns.get(index).value().apply(source);
        }
        System.arraycopy(rest, 0, values, columns.size(), rest.length);
        return values;
    }

    /** How a time is stored. */
    public static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : Long.valueOf(time.toEpochMilli());
    }

    /** Where a value of the field's type is bound. */
    public static <V> Field<V> place(Field<V> field) {
        return DSL.param(field.getName(), field);
    }
}
