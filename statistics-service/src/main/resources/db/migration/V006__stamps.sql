-- What was last written of a body's cells and confirmations has a stamp, another one each time: who still has the sums of a
-- body at the stamp that its snapshot shows need not add up its cells again. A body without a row was never counted since.
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT number FROM ledger ORDER BY number LOOP
        EXECUTE format(
            'CREATE TABLE %I.stamp (organisation integer PRIMARY KEY, stamp bigint NOT NULL) WITH (fillfactor = 50)',
            'ledger_' || one.number);
    END LOOP;
END
$$;
