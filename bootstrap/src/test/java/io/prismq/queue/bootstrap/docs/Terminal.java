package io.prismq.queue.bootstrap.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands of a document against a server that has another address and makes up other words than the one in the document. */
final class Terminal {
    /** Only makes answers easier to read; left out, so that not everybody needs it. */
    private static final String PRETTY = " | jq";

    private final Path directory;
    private final String address;
    private final Map<String, String> words = new HashMap<>();

    Terminal(Path directory, String address) {
        this.directory = directory;
        this.address = address;
    }

    Printed run(String command) throws IOException, InterruptedException {
        String bare = command.endsWith(PRETTY) ? command.substring(0, command.length() - PRETTY.length()) : command;
        Process bash = new ProcessBuilder("bash", "-c", adapted(bare))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return new Printed(output);
    }

    /** From now on the words of the document stand for those that the server made up in their place. */
    void remember(Printed shown, Printed printed) {
        List<String> here = printed.madeUp();
        List<String> there = shown.madeUp();
        for (int index = 0; index < there.size(); index++) {
            words.put(there.get(index), here.get(index));
        }
    }

    private String adapted(String command) {
        String adapted = command.replace("localhost:8000", URI.create(address).getAuthority());
        for (Map.Entry<String, String> word : words.entrySet()) {
            adapted = adapted.replace(word.getKey(), word.getValue());
        }
        return adapted;
    }
}
