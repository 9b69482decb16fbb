package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.adapter.worker.builtin.BuiltInHandlers;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.application.audit.AuditRetention;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.EventRetention;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.SecureRandomness;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The use cases. */
final class ApplicationModule extends AbstractModule {
    @Provides
    @Singleton
    Randomness randomness() {
        return new SecureRandomness();
    }

    @Provides
    @Singleton
    TaskTypePolicies policies(Configuration configuration) {
        Retention retention = configuration.retention().retention();
        TaskTypePolicy fallback = TaskTypePolicy.DEFAULT.keeping(retention);
        Map<TaskType, TaskTypePolicy> policies = new HashMap<>();
        BuiltInHandlers.POLICIES.forEach((type, policy) -> policies.put(type, policy.keeping(retention)));
        configuration
                .types()
                .forEach((name, section) -> policies.compute(
                        new TaskType(name), (type, builtIn) -> section.applyTo(builtIn == null ? fallback : builtIn)));
        return new TaskTypePolicies(policies, fallback);
    }

    @Provides
    @Singleton
    TaskSubmission submission(TaskStore store, TaskTypePolicies policies, Configuration configuration) {
        return new TaskSubmission(store, policies, LimitsConfiguration.queue(configuration.limits(), store));
    }

    @Provides
    @Singleton
    TaskExecution execution(
            TaskStore store,
            TaskTypePolicies policies,
            Randomness randomness,
            WorkerRegistry workers,
            ClaimSignals signals) {
        return new TaskExecution(store, policies, randomness, workers, signals);
    }

    @Provides
    @Singleton
    WorkerRegistry workers(TaskStore store, Clock clock, Configuration configuration) {
        return new WorkerRegistry(
                store, clock, Duration.ofSeconds(configuration.workers().silenceSeconds()));
    }

    @Provides
    @Singleton
    ClaimSignals claimSignals(TaskStore store) {
        return new ClaimSignals(store);
    }

    @Provides
    @Singleton
    TaskUpkeep upkeep(TaskStore store, TaskTypePolicies policies, Randomness randomness) {
        return new TaskUpkeep(store, policies, randomness);
    }

    @Provides
    @Singleton
    TaskRetention retention(TaskStore store, TaskTypePolicies policies, Clock clock) {
        return new TaskRetention(store, policies, clock);
    }

    @Provides
    @Singleton
    FinishSignals finishSignals(TaskStore store) {
        return new FinishSignals(store);
    }

    @Provides
    @Singleton
    TaskTypes types(TaskStore store, TaskTypePolicies policies, Clock clock) {
        return new TaskTypes(store, policies, clock);
    }

    @Provides
    @Singleton
    EventRetention eventRetention(TaskStore store, Clock clock, Configuration configuration) {
        return new EventRetention(
                store,
                clock,
                Duration.ofHours(configuration.retention().eventsHours()),
                configuration.retention().eventsKept());
    }

    @Provides
    @Singleton
    Audit audit(TaskStore store) {
        return new Audit(store);
    }

    @Provides
    @Singleton
    AuditRetention auditRetention(TaskStore store, Clock clock, Configuration configuration) {
        return new AuditRetention(
                store, clock, Duration.ofHours(configuration.retention().auditHours()));
    }

    @Provides
    @Singleton
    EventFeed events(TaskStore store) {
        return new EventFeed(store);
    }

    @Provides
    @Singleton
    KeyRing keys(TaskStore store, Clock clock) {
        return new KeyRing(store, clock);
    }

    @Provides
    @Singleton
    TaskQueries queries(TaskStore store, FinishSignals signals, Clock clock) {
        return new TaskQueries(store, signals, clock);
    }
}
