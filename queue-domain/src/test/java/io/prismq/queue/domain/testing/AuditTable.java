package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.port.AuditReads;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What operators did, by the ids of the entries. Not safe for use by many threads. */
final class AuditTable implements AuditReads {
    private final NavigableMap<Long, AuditEntry> rows = new TreeMap<>();
    private long lastId;

    AuditEntry add(Instant at, Deed deed) {
        lastId++;
        AuditEntry entry = new AuditEntry(lastId, at, deed);
        rows.put(lastId, entry);
        return entry;
    }

    void remove(AuditEntry entry) {
        rows.remove(entry.id());
    }

    void takeBack(List<AuditEntry> forgotten) {
        forgotten.forEach(entry -> rows.put(entry.id(), entry));
    }

    List<AuditEntry> forget(Instant until, int limit) {
        List<AuditEntry> oldest = rows.values().stream().limit(limit).toList();
        long last = oldest.stream()
                .filter(entry -> !entry.at().isAfter(until))
                .mapToLong(AuditEntry::id)
                .max()
                .orElse(0);
        List<AuditEntry> forgotten =
                oldest.stream().filter(entry -> entry.id() <= last).toList();
        forgotten.forEach(this::remove);
        return forgotten;
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return rows.values().stream()
                .filter(entry -> entry.id() > query.after() && entry.id() < query.before())
                .filter(entry ->
                        query.actor().stream().allMatch(entry.deed().by().name()::equals))
                .filter(entry -> query.action().stream().allMatch(entry.deed().action()::equals))
                .sorted(Comparator.comparingLong(AuditEntry::id).reversed())
                .limit(query.limit())
                .toList();
    }
}
