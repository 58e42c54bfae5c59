-- Everything that people do with the catalog. What the company offers is in its content files and not in here.
--
-- Instants are milliseconds since 1970 in UTC; words (kinds, states, roles) are those of the contract; ids are opaque
-- text. A boolean is 0 or 1. The SQL of this program uses $1-style parameters and nothing that PostgreSQL lacks.

-- Numbers that only grow: the next ticket, the next REQ- and INC- number.
CREATE TABLE counters (
    name  TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);
-- The first request is REQ-20001 and the first incident INC-10001: five digits, and never mistaken for one another.
INSERT INTO counters (name, value) VALUES ('ticket', 0), ('request', 20000), ('incident', 10000);

CREATE TABLE tickets (
    seq           INTEGER PRIMARY KEY NOT NULL,  -- the order of filing; breaks ties in every list
    id            TEXT NOT NULL UNIQUE,          -- REQ-20418
    kind          TEXT NOT NULL,
    state         TEXT NOT NULL,
    hold_reason   TEXT,
    ended         BIGINT NOT NULL,               -- 1: closed, cancelled or rejected; follows from the state
    title         TEXT NOT NULL,
    words         TEXT NOT NULL,                 -- number and title in lower case, for the search in lists
    opened_by     TEXT NOT NULL,
    requested_for TEXT NOT NULL,
    group_id      TEXT,
    assignee      TEXT,
    impact        TEXT,
    urgency       TEXT,
    priority      BIGINT,
    major         BIGINT NOT NULL,
    service       TEXT,
    asset         TEXT,
    item          TEXT,
    form_version  BIGINT,
    quantity      BIGINT,
    opened_at     BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL,
    resolved_at   BIGINT,
    clock_from    BIGINT,                        -- when the resolution clock began
    risk_at       BIGINT,                        -- when three quarters of its time are gone
    due_at        BIGINT,                        -- when all of it is
    due_key       BIGINT NOT NULL,               -- due_at, or the end of time: what has no due instant is sorted last
    version       BIGINT NOT NULL,
    detail        TEXT NOT NULL                  -- JSON; what no list shows and no query looks for
);
-- Whose tickets. Few people have more than a few hundred, so these two need no order.
CREATE INDEX tickets_opened_by ON tickets (opened_by);
CREATE INDEX tickets_requested_for ON tickets (requested_for);
-- The desk's lists, in each order, with and without those that have ended.
CREATE INDEX tickets_updated ON tickets (updated_at, seq);
CREATE INDEX tickets_opened ON tickets (opened_at, seq);
CREATE INDEX tickets_due ON tickets (due_key, seq);
CREATE INDEX tickets_ended_updated ON tickets (ended, updated_at, seq);
CREATE INDEX tickets_ended_opened ON tickets (ended, opened_at, seq);
CREATE INDEX tickets_ended_due ON tickets (ended, due_key, seq);
CREATE INDEX tickets_group_updated ON tickets (group_id, ended, updated_at, seq);
-- What the automatic closing looks for.
CREATE INDEX tickets_resolved ON tickets (state, resolved_at);

CREATE TABLE watchers (
    ticket BIGINT NOT NULL REFERENCES tickets (seq),
    person TEXT NOT NULL,
    PRIMARY KEY (ticket, person)
);
CREATE INDEX watchers_person ON watchers (person, ticket);

CREATE TABLE entries (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket     BIGINT NOT NULL REFERENCES tickets (seq),
    at         BIGINT NOT NULL,
    author     TEXT,                             -- NULL: the system
    role       TEXT NOT NULL,
    event      TEXT NOT NULL,
    internal   BIGINT NOT NULL,                  -- 1: for the desk alone
    body       TEXT,
    from_value TEXT,
    to_value   TEXT
);
CREATE INDEX entries_ticket ON entries (ticket, seq);

-- One approval asked of one person in one step.
CREATE TABLE approvals (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    ticket     BIGINT NOT NULL REFERENCES tickets (seq),
    step       BIGINT NOT NULL,                  -- from 0, in the order in which they are asked
    approver   TEXT NOT NULL,
    instead_of TEXT,
    state      TEXT NOT NULL,
    asked_at   BIGINT,
    decided_at BIGINT,
    comment    TEXT,
    version    BIGINT NOT NULL
);
CREATE INDEX approvals_ticket ON approvals (ticket, step, seq);
CREATE INDEX approvals_approver ON approvals (approver, state, seq);

CREATE TABLE attachments (
    id          TEXT PRIMARY KEY NOT NULL,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    size        BIGINT NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_at BIGINT NOT NULL,
    ticket      BIGINT REFERENCES tickets (seq), -- NULL: uploaded, and not yet referred to
    entry       BIGINT REFERENCES entries (seq)  -- NULL: came with the ticket itself
);
CREATE INDEX attachments_ticket ON attachments (ticket);
CREATE INDEX attachments_loose ON attachments (uploaded_at) WHERE ticket IS NULL;

-- Apart from the above, so that a list of names never reads the bytes.
CREATE TABLE attachment_data (
    id   TEXT PRIMARY KEY NOT NULL REFERENCES attachments (id),
    data BLOB NOT NULL
);

-- Who has this database cannot sign in with it: it holds the SHA-256 of each token.
CREATE TABLE sessions (
    token      TEXT PRIMARY KEY NOT NULL,
    person     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_expires ON sessions (expires_at);

-- What was answered to a call, so that its repetition does nothing twice.
CREATE TABLE idempotency (
    person     TEXT NOT NULL,
    idem_key   TEXT NOT NULL,
    method     TEXT NOT NULL,
    path       TEXT NOT NULL,
    body_hash  TEXT NOT NULL,
    status     BIGINT,                           -- NULL: still running
    answer     BLOB,
    etag       TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person, idem_key)
);
CREATE INDEX idempotency_created ON idempotency (created_at);

CREATE TABLE feedback (
    article TEXT NOT NULL,
    person  TEXT NOT NULL,
    helpful BIGINT NOT NULL,
    comment TEXT,
    at      BIGINT NOT NULL,
    PRIMARY KEY (article, person)
);

-- Hints that something changed, and to whom they go.
CREATE TABLE events (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    at       BIGINT NOT NULL,
    topic    TEXT NOT NULL,
    ref      TEXT NOT NULL,
    version  BIGINT NOT NULL,
    audience TEXT NOT NULL,                      -- ids of people between blanks; '*': everyone
    desk     BIGINT NOT NULL                     -- 1: also everyone who works at the desk
);
CREATE INDEX events_at ON events (at);
