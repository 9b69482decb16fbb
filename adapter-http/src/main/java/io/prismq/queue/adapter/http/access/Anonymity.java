package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.exchange.OwnOrigin;
import io.prismq.queue.domain.access.Actor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is granted to whoever presents no key: everything, or nothing. A browser acts for pages of any server, so that a
 * page of another one is refused: it is known by its name, which {@link OwnOrigin} compares with the one that this server
 * was called by, or, where it let a name of its own point here ("DNS rebinding"), by the name that this server was called
 * by.
 */
public final class Anonymity {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean granted;
    private final Optional<Set<String>> names;

    private Anonymity(boolean granted, Optional<Set<String>> names) {
        this.granted = granted;
        this.names = names;
    }

    /** Nothing: everybody needs a key. */
    public static Anonymity refused() {
        return new Anonymity(false, Optional.empty());
    }

    /**
     * Everything, for a server that nobody but its own machine reaches.
     *
     * @param names that it is called by besides those of every machine for itself, in lower case and without a port
     */
    public static Anonymity local(Set<String> names) {
        return new Anonymity(true, Optional.of(Set.copyOf(names)));
    }

    /** Everything, by whatever name the server is called. */
    public static Anonymity everywhere() {
        return new Anonymity(true, Optional.empty());
    }

    /** One word. */
    @Override
    public String toString() {
        return !granted ? "refused" : names.isPresent() ? "local" : "everywhere";
    }

    Actor admit(Context context) {
        if (!granted) {
            throw Callers.refused("Present a key: Authorization: Bearer prismq_...");
        }
        if (names.isPresent() && !isOneOf(names.get(), context.header("Host"))) {
            throw Admitted.forbidden("The server is not called by the name in the Host header; server.allowed_hosts"
                    + " lists those that it is called by");
        }
        OwnOrigin.requireToAct(context);
        return Actor.ANONYMOUS;
    }

    private static boolean isOneOf(Set<String> names, @Nullable String host) {
        String name = PORT.matcher(host == null ? "" : host).replaceFirst("").toLowerCase(Locale.ROOT);
        return LOCAL.contains(name) || names.contains(name);
    }
}
