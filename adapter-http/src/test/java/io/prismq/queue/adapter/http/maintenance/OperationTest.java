package io.prismq.queue.adapter.http.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.MaintenanceTypes;
import org.junit.jupiter.api.Test;

class OperationTest {
    @Test
    void isThereForEachTypeOfMaintenance() {
        assertThat(Operation.values()).extracting(Operation::type).containsExactlyElementsOf(MaintenanceTypes.ALL);
    }
}
