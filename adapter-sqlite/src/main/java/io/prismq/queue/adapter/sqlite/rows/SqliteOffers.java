package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.OfferReads;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one session offers to workers, with all that belongs to it. */
class SqliteOffers implements OfferReads {
    private final Session session;
    private final SqliteReads tasks;
    private final Offers offers;

    SqliteOffers(Session session, SqliteReads tasks) {
        this.session = session;
        this.tasks = tasks;
        this.offers = new Offers(session);
    }

    @Override
    public List<StoredTask> claimable(ClaimCriteria criteria) {
        return tasks.load(offers.inOrder(criteria), criteria.maxBytes());
    }

    @Override
    public List<Priority> levels(Skills skills) {
        return offers.levels(skills);
    }

    @Override
    public List<StoredTask> held(WorkerId worker, ClaimId claim) {
        return session.list(
                ClaimQueries.HELD, row -> TaskRows.stored(row, session.lanes()), worker.value(), claim.value());
    }

    @Override
    public Map<TaskType, Instant> paused() {
        return offers.paused();
    }
}
