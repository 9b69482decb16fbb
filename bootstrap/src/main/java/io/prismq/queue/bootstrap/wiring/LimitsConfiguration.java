package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.limit.Rate;
import io.prismq.queue.application.QueueLimits;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.LimitsSection;
import io.prismq.queue.domain.port.TaskStore;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client may ask of the server, and what the queue holds, out of the configuration. */
final class LimitsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(LimitsConfiguration.class);
    private static final int BURST = 1000;

    private LimitsConfiguration() {}

    /** @throws ConfigurationException where a burst is set of requests that have no limit */
    static Limits of(LimitsSection section) {
        Limits limits = Limits.DEFAULT.withWaits(section.waitsPerCaller());
        Integer requests = section.requestsPerSecond();
        Integer burst = section.burst();
        if (requests != null) {
            return limits.with(Rate.perSecond(requests, burst == null ? BURST : burst));
        }
        if (burst != null) {
            throw new ConfigurationException(
                    "Where limits.burst is set, limits.requests_per_second has to be set too.");
        }
        return limits;
    }

    /** From where on no more tasks are taken; where that is so already, the log says it. */
    static QueueLimits queue(LimitsSection section, TaskStore store) {
        Long most = section.maxDatabaseBytes();
        if (most != null) {
            long used = store.read(reads -> reads.statistics().fill().bytes());
            if (used >= most) {
                LOG.warn(
                        "no task is added: limits.max_database_bytes is {}, and the database has {} in use",
                        most,
                        used);
            }
        }
        return new QueueLimits(limit(section.maxTasks()), limit(most));
    }

    private static OptionalLong limit(@Nullable Long most) {
        return most == null ? OptionalLong.empty() : OptionalLong.of(most);
    }
}
