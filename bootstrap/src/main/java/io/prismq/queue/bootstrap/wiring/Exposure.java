package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.bootstrap.config.AuthSection;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.ServerSection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decides who needs a key, by who can reach the server. */
final class Exposure {
    private Exposure() {}

    /**
     * What is granted to whoever presents no key.
     *
     * @throws ConfigurationException if others could reach a server that has no key
     */
    static Anonymity of(ServerSection server, AuthSection auth, KeyRing keys) {
        if (isOpen(server, auth)) {
            return Anonymity.everywhere();
        }
        if (isLocal(server) && !auth.required()) {
            return Anonymity.local(server.allowedHosts().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet()));
        }
        if (!isLocal(server) && !keys.hasActive()) {
            throw new ConfigurationException(("Others can reach %s, and there is no key that they need: make one with"
                            + " \"prismq keys create --db FILE --name admin --scopes admin\", or listen on 127.0.0.1;"
                            + " --insecure lets everybody do everything.")
                    .formatted(server.host()));
        }
        return Anonymity.refused();
    }

    /** Whether everybody can reach it, and do everything. */
    static boolean isOpen(ServerSection server, AuthSection auth) {
        return auth.insecure() && !auth.required() && !isLocal(server);
    }

    /** A name that leads nowhere is as good: nobody can listen there. */
    private static boolean isLocal(ServerSection server) {
        try {
            return InetAddress.getByName(server.host()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return true;
        }
    }
}
