-- Registered to await confirmation: its day of receipt came, or comes, by a step, and is no part of what was sent.
ALTER TABLE disclosure_application ADD COLUMN awaited boolean NOT NULL DEFAULT false,
    ADD CHECK (received_on IS NOT NULL OR state = 'AWAITING_CONFIRMATION');
