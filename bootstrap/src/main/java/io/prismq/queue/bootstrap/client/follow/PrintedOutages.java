package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.connection.Outages;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.io.PrintWriter;

/** Tells the person that the server is away. */
public record PrintedOutages(PrintWriter err) implements Outages {
    @Override
    public void began(String reason) {
        say(Texts.printable(reason) + "; trying again until it works");
    }

    @Override
    public void ended() {
        say("The server answers again");
    }

    private void say(String sentence) {
        err.println("prismq: " + sentence);
        err.flush();
    }
}
