-- A recount counts all facts again into a ledger of its own: to prove the live one (verification), or to take its place
-- (rebuild). What it has counted stands in its ledger, so a recount that was interrupted goes on.
CREATE TABLE recount (
    id              uuid PRIMARY KEY,
    purpose         text NOT NULL CHECK (purpose IN ('VERIFICATION', 'REBUILD')),
    cause           text NOT NULL CHECK (cause IN ('REQUESTED', 'NEW_GENERATION', 'NEW_RULES')),
    state           text NOT NULL CHECK (state IN ('WAITING', 'COUNTING', 'DONE', 'FAILED')),
    requested_by    text,
    requested_at    timestamptz NOT NULL,
    started_at      timestamptz,
    ended_at        timestamptz,
    generation      integer,
    ledger          integer REFERENCES ledger ON DELETE SET NULL,
    position        text,
    facts           bigint,
    cells_compared  bigint,
    cells_differing bigint,
    others_differing bigint,
    failure         text
);
CREATE INDEX recount_unended ON recount (requested_at) WHERE state IN ('WAITING', 'COUNTING');

-- The first cells that differed, and bodies and confirmations likewise, where what differs is said in words.
CREATE TABLE recount_difference (
    recount        uuid NOT NULL REFERENCES recount ON DELETE CASCADE,
    number         integer NOT NULL,
    organisation   text COLLATE "C" NOT NULL,
    year           integer,
    month          integer,
    measure        text,
    category       text,
    applicant_type text,
    live           text,
    recounted      text,
    PRIMARY KEY (recount, number)
);

-- An empty ledger with the tables of a model, indexes and storage alike; whatever is added to a ledger's tables by a later
-- migration is added to every schema ledger_N that there is.
CREATE FUNCTION make_ledger(model integer, its_rules integer, its_generation integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    made integer;
    part record;
BEGIN
    INSERT INTO public.ledger (rules) VALUES (its_rules) RETURNING number INTO made;
    EXECUTE format('CREATE SCHEMA %I', 'ledger_' || made);
    FOR part IN
        SELECT relname, reloptions FROM pg_class
        WHERE relnamespace = to_regnamespace('ledger_' || model) AND relkind = 'r' ORDER BY relname
    LOOP
        EXECUTE format('CREATE TABLE %I.%I (LIKE %I.%I INCLUDING ALL)',
            'ledger_' || made, part.relname, 'ledger_' || model, part.relname);
        IF part.reloptions IS NOT NULL THEN
            EXECUTE format('ALTER TABLE %I.%I SET (%s)',
                'ledger_' || made, part.relname, array_to_string(part.reloptions, ', '));
        END IF;
    END LOOP;
    EXECUTE format('INSERT INTO %I.lane (lane, generation) SELECT lane, %s FROM generate_series(0, 63) AS lane',
        'ledger_' || made, its_generation);
    EXECUTE format('INSERT INTO %I.tree DEFAULT VALUES', 'ledger_' || made);
    EXECUTE format('CREATE VIEW %I.readable_cell AS %s', 'ledger_' || made,
        replace(pg_get_viewdef(to_regclass('ledger_' || model || '.readable_cell')),
            'ledger_' || model || '.', 'ledger_' || made || '.'));
    RETURN made;
END
$$;

CREATE FUNCTION drop_ledger(dropped integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', 'ledger_' || dropped);
    DELETE FROM public.ledger WHERE number = dropped;
END
$$;
