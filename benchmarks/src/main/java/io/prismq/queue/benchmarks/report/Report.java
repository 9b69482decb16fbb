package io.prismq.queue.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What a run found, for programs. */
public record Report(List<Entry> budgets) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** A row with its readings. */
    public record Entry(
            String id,
            String what,
            String prismq,
            @Nullable String otherSide,
            double median,
            List<Double> readings,
            String unit,
            String budget,
            boolean met) {
        static Entry of(Row row) {
            return new Entry(
                    row.id(),
                    row.what(),
                    row.ours(),
                    row.other(),
                    row.readings().median(),
                    row.readings().values(),
                    row.budget().unit().name().toLowerCase(Locale.ROOT),
                    row.budget().text(),
                    row.isMet());
        }
    }

    public static Report of(List<Row> rows) {
        return new Report(rows.stream().map(Entry::of).toList());
    }

    public String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
