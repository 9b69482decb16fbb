package io.prismq.queue.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.benchmarks.budget.Budgets;
import io.prismq.queue.benchmarks.budget.Measurement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final List<String> IDS =
            Budgets.ALL.stream().map(Measurement::id).toList();

    @Test
    void measuresAllWithoutAWord() throws Options.UsageException {
        assertThat(wanted()).isEqualTo(IDS);
    }

    @Test
    void measuresWhatTellsMuchInLittleTimeInHaste() throws Options.UsageException {
        assertThat(wanted("--quick")).containsExactly("P1", "P2", "P3", "P4");
        assertThat(wanted("--quick", "--only", "P7")).containsExactly("P7");
    }

    @Test
    void measuresWhatIsNamedWithCommasOrOneByOne() throws Options.UsageException {
        assertThat(wanted("--only", "P3,P1", "--only", "single")).containsExactly("P1", "single", "P3");
    }

    @Test
    void knowsWhereToAndWhetherToGuard() throws Options.UsageException {
        Options options = Options.parse(IDS, "--guard", "--json", "out.json", "--curves", "docs/curves");

        assertThat(options.guard()).isTrue();
        assertThat(options.json()).contains(Path.of("out.json"));
        assertThat(options.curves()).contains(Path.of("docs/curves"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(IDS, "--fast")).hasMessage("there is no option --fast");
        assertThatThrownBy(() -> Options.parse(IDS, "--only", "P11")).hasMessageStartingWith("nothing is called P11;");
        assertThatThrownBy(() -> Options.parse(IDS, "--json")).hasMessage("--json needs a value");
    }

    @Test
    void tellsWhatThereIs() {
        assertThat(Options.usage(IDS)).contains("P1, single, connections, P2, P3");
    }

    private static List<String> wanted(String... arguments) throws Options.UsageException {
        Options options = Options.parse(IDS, arguments);
        return Budgets.ALL.stream().filter(options::wants).map(Measurement::id).toList();
    }
}
