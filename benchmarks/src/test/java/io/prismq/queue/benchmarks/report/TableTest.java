package io.prismq.queue.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.benchmarks.report.Row.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Row COMPARED = Row.compared(
            new Named("P1", "enqueue / nothing"),
            Unit.PER_SECOND,
            Series.of(600, 700, 900),
            Series.of(1000, 1000, 1000),
            Budget.atLeast(0.6));
    private static final Row ALONE =
            Row.alone(new Named("P8", "start"), Series.of(3, 2.75), Budget.atMost(2.5, Unit.SECONDS));

    @Test
    void tellsBothSidesTheRatioItsSpreadAndTheVerdict() {
        assertThat(Table.of(List.of(COMPARED, ALONE))).isEqualTo("""
                        what               PrismQ  other side  reading  spread           budget
                    P1  enqueue / nothing  700/s   1,000/s     0.70 x   0.60 x - 0.90 x  >= 0.60 x  met
                    P8  start              2.88 s              2.88 s   2.75 s - 3.00 s  <= 2.50 s  NOT MET""");
    }

    @Test
    void theSameForPrograms() {
        assertThat(Report.of(List.of(COMPARED, ALONE)).json())
                .contains("\"id\" : \"P1\"", "\"median\" : 0.7", "\"met\" : true", "\"readings\" : [ 0.6, 0.7, 0.9 ]")
                .contains("\"other_side\" : null", "\"unit\" : \"seconds\"", "\"met\" : false");
    }
}
