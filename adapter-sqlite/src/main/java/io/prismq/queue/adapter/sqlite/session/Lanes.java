package io.prismq.queue.adapter.sqlite.session;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.LANE;
import static io.prismq.queue.adapter.sqlite.session.Column.place;

import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.TaskType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * The lanes as one session knows them. Lanes are only ever added, so what was read stays true; what another process or
 * session added is read when it is met.
 */
public final class Lanes {
    public static final Query NEWER = DSL.select(LANE.ID, LANE.TYPE, LANE.COMPATIBILITY)
            .from(LANE)
            .where(LANE.ID.gt(place(LANE.ID)))
            .orderBy(LANE.ID);
    private static final Query ADD = DSL.insertInto(LANE, LANE.ID, LANE.TYPE, LANE.COMPATIBILITY)
            .values(place(LANE.ID), place(LANE.TYPE), place(LANE.COMPATIBILITY));

    private final Session session;
    private final Map<Long, Lane> byId = new HashMap<>();
    private final Map<Lane.Key, Lane> byKey = new HashMap<>();
    private final Map<TaskType, List<Lane>> byType = new HashMap<>();
    private long newest;

    Lanes(Session session) {
        this.session = session;
    }

    /** The lane that a row names. */
    public Lane get(long id) {
        if (!byId.containsKey(id)) {
            readNewer();
        }
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new IllegalStateException("no lane " + id));
    }

    public List<Lane> all() {
        readNewer();
        return List.copyOf(byId.values());
    }

    public List<Lane> of(TaskType type) {
        readNewer();
        return List.copyOf(byType.getOrDefault(type, List.of()));
    }

    /** The lanes whose tasks a worker can run; what it costs does not grow with the types that it has no skill for. */
    public List<Lane> suiting(Skills skills) {
        readNewer();
        List<Lane> found = new ArrayList<>();
        for (TaskType type : skills.types()) {
            for (Lane lane : byType.getOrDefault(type, List.of())) {
                if (skills.suit(type, lane.key().compatibility())) {
                    found.add(lane);
                }
            }
        }
        return found;
    }

    /** The lane of the key, added where it is new. */
    public Lane getOrAdd(Lane.Key key) {
        if (!byKey.containsKey(key)) {
            readNewer();
        }
        return Optional.ofNullable(byKey.get(key)).orElseGet(() -> add(key));
    }

    /** After a rollback what was added is gone, and its number may come to mean another lane. */
    public void forget() {
        byId.clear();
        byKey.clear();
        byType.clear();
        newest = 0;
    }

    private Lane add(Lane.Key key) {
        if (byId.size() >= TaskStore.MAX_LANES) {
            throw new LaneLimitException();
        }
        Lane lane = new Lane(newest + 1, key);
        session.update(ADD, lane.id(), key.type().value(), key.compatibilityText());
        remember(lane);
        return lane;
    }

    private void readNewer() {
        session.list(NEWER, Lanes::lane, newest).forEach(this::remember);
    }

    private void remember(Lane lane) {
        byId.put(lane.id(), lane);
        byKey.put(lane.key(), lane);
        byType.computeIfAbsent(lane.key().type(), type -> new ArrayList<>()).add(lane);
        newest = Math.max(newest, lane.id());
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(row.number(), Lane.Key.of(row.text(), row.text()));
    }
}
