package io.prismq.queue.domain.contract;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import org.junit.jupiter.api.Nested;

/** What every {@link TaskStore} does. Each test has a store of its own. */
public abstract class TaskStoreContract {
    /** An empty store whose units of work take their time from the clock. */
    protected abstract TaskStore newStore(Clock clock);

    /** Called after each test with the store that it had. */
    protected void close(TaskStore store) {}

    @Nested
    class UnitsOfWork extends UnitOfWorkContract {
        UnitsOfWork() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Insert extends InsertContract {
        Insert() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Lanes extends LaneContract {
        Lanes() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Save extends SaveContract {
        Save() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Delete extends DeleteContract {
        Delete() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Page extends PageContract {
        Page() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Search extends SearchContract {
        Search() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Pauses extends PauseContract {
        Pauses() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Claimable extends ClaimableContract {
        Claimable() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class ClaimOrders extends ClaimOrderContract {
        ClaimOrders() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Held extends HeldContract {
        Held() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Attempts extends AttemptContract {
        Attempts() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Log extends LogContract {
        Log() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Events extends EventContract {
        Events() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Audit extends AuditContract {
        Audit() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Workers extends WorkerContract {
        Workers() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Keys extends KeyContract {
        Keys() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Timers extends TimerContract {
        Timers() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Finished extends FinishedContract {
        Finished() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Counts extends CountContract {
        Counts() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Commits extends CommitContract {
        Commits() {
            super(TaskStoreContract.this);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(TaskStoreContract.this);
        }
    }
}
