package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.unreadable.FactIds;

/** Makes {@link LedgerFiller}s. */
@ApplicationScoped
public class LedgerFillers {

    private final Ledgers ledgers;
    private final LedgerWriter writer;
    private final Journal journal;
    private final ConsumptionSettings settings;
    private final Consumers consumers;
    private final Clock clock;
    private final FactIds ids;

    LedgerFillers(
            Ledgers ledgers,
            LedgerWriter writer,
            Journal journal,
            ConsumptionSettings settings,
            Consumers consumers,
            Clock clock,
            FactIds ids) {
        this.ledgers = ledgers;
        this.writer = writer;
        this.journal = journal;
        this.settings = settings;
        this.consumers = consumers;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One for a ledger, which goes on where the ledger stands.
     *
     * @param stopping asked between steps
     */
    public LedgerFiller filler(int ledger, BooleanSupplier stopping) throws SQLException {
        return new LedgerFiller(ledger, ledgers, writer, journal, settings, clock, ids, consumers.reader(), stopping);
    }
}
