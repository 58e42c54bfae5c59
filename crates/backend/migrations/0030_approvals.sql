-- Deciding for somebody who is away, and reminding those who let others wait.

ALTER TABLE approvals ADD COLUMN decided_by TEXT;                      -- NULL: the approver themselves
ALTER TABLE approvals ADD COLUMN reminders BIGINT NOT NULL DEFAULT 0;  -- how many there were
ALTER TABLE approvals ADD COLUMN reminded_at BIGINT;
ALTER TABLE approvals ADD COLUMN remind_at BIGINT;                     -- when the next one is due; NULL: none is
CREATE INDEX approvals_decided_by ON approvals (decided_by, seq) WHERE decided_by IS NOT NULL;
CREATE INDEX approvals_remind ON approvals (remind_at) WHERE remind_at IS NOT NULL;

-- Who decides for whom, when. What is over stays, as part of the record.
CREATE TABLE delegations (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    delegator  TEXT NOT NULL,
    delegate   TEXT NOT NULL,
    first_day  TEXT NOT NULL,                    -- 2026-11-30, where the delegator works
    last_day   TEXT NOT NULL,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,                  -- the first instant after it
    reason     TEXT,
    told       BIGINT NOT NULL,                  -- 0: nobody knows of its beginning; 1: of its end; 2: everyone knows both
    version    BIGINT NOT NULL
);
CREATE INDEX delegations_delegator ON delegations (delegator, ends_at);
CREATE INDEX delegations_delegate ON delegations (delegate, ends_at);
CREATE INDEX delegations_ends ON delegations (ends_at);
