package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Two that write the same record come one after the other, so that the later one sees what the former wrote. */
@ApplicationScoped
public class Turns {

    @Inject
    EntityManager entities;

    /**
     * Waits for the turn; it ends with the transaction, on every replica.
     *
     * @param record what is written: its kind and its key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(String record) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:record, 0))")
                .setParameter("record", record)
                .getSingleResult();
    }
}
