-- Answers that are secret, apart from the others, sealed with a key that is not in here. They end with their ticket.

CREATE TABLE secrets (
    ticket   BIGINT NOT NULL REFERENCES tickets (seq),
    question TEXT NOT NULL,
    sealed   BLOB NOT NULL,
    PRIMARY KEY (ticket, question)
);

-- What was filed before has its secrets among its answers. The tickets up to this one are still to be looked through.
INSERT INTO counters (name, value) SELECT 'secrets_unsealed', COALESCE(MAX(seq), 0) FROM tickets;
