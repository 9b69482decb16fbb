package io.prismq.queue.bootstrap.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Variables that begin as the program's do and are somebody else's: those of workers and their commands, and those that
 * Kubernetes gives every container of a namespace for a Service whose name begins with {@code prismq}:
 * https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables.
 */
final class ForeignVariables {
    /** What {@code prismq worker} tells its command, and what the workers in docs/examples are set up with. */
    private static final Set<String> OF_WORKERS = Set.of(
            "PRISMQ_TASK_ID",
            "PRISMQ_TASK_TYPE",
            "PRISMQ_ATTEMPT",
            "PRISMQ_TYPES",
            "PRISMQ_WORKER",
            "PRISMQ_LEASE_SECONDS");

    private static final String PORT = "_PORT";
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("_SERVICE_HOST|_SERVICE_PORT(_\\w+)?|_PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private ForeignVariables() {}

    /** The environment without them. */
    static Map<String, String> without(Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>(environment);
        own.keySet().removeAll(OF_WORKERS);
        environment.forEach((variable, value) -> {
            if (variable.endsWith(PORT) && ADDRESS.matcher(value).matches()) {
                String service = variable.substring(0, variable.length() - PORT.length());
                own.keySet().removeIf(each -> isOf(service, each));
            }
        });
        return own;
    }

    private static boolean isOf(String service, String variable) {
        return variable.startsWith(service)
                && OF_A_SERVICE.matcher(variable.substring(service.length())).matches();
    }
}
