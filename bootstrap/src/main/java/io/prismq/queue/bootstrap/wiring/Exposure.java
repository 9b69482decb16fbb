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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who needs a key, by who can reach the server. */
final class Exposure {
    private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);

    private Exposure() {}

    /**
     * What is granted to whoever presents no key.
     *
     * @throws ConfigurationException if others could reach a server that has no key, or the two sections contradict
     *     themselves
     */
    static Anonymity of(ServerSection server, AuthSection auth, KeyRing keys) {
        if (auth.required() && auth.insecure()) {
            throw new ConfigurationException("auth.required says that everybody needs a key, and auth.insecure (or"
                    + " --insecure) that nobody does: leave out one of them.");
        }
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
        return auth.insecure() && !isLocal(server);
    }

    /** Says so where nobody has what everybody needs: it takes a key, or somebody whose tokens count. */
    static void warnWhereNobodyGetsIn(AuthSection auth, KeyRing keys) {
        if (auth.required() && !keys.hasActive()) {
            LOG.warn("auth.required is set, and there is no key that opens anything: make one with"
                    + " \"prismq keys create --db FILE --name admin --scopes admin\"");
        }
    }

    private static boolean isLocal(ServerSection server) {
        try {
            return InetAddress.getByName(server.host()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            throw new ConfigurationException(
                    "server.host is %s, and no such name is known here.".formatted(server.host()), nowhere);
        }
    }
}
