package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.session.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A process of its own that is killed in the middle of its work. */
final class KilledProcess {
    private static final int LONGEST_MILLIS = 400;

    private KilledProcess() {}

    /** Starts the program, lets it work for as long as chance wants once it has begun, and kills it. */
    static void run(Random random, Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            awaitWork(process);
            if (process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the program ended by itself: " + output(process));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What it logs comes before, and must not fill the pipe. */
    private static void awaitWork(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            if (line.equals("made") || line.equals("restored")) {
                Threads.start("drain", () -> process.inputReader().lines().forEach(more -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the program did not begin: " + said);
    }

    private static String output(Process process) {
        return "exit code " + process.exitValue();
    }
}
