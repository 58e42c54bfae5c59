-- What people look for and what came of it, by day. Nothing in here leads to a person: whoever was counted today is known by
-- a hash with the salt of the day, and both are gone when the day is over. Days are those of UTC.

CREATE TABLE learning_searches (
    day       TEXT NOT NULL,                     -- 2026-11-30
    entry     TEXT NOT NULL,                     -- a hash of language and words
    language  TEXT NOT NULL,
    words     TEXT NOT NULL,
    people    BIGINT NOT NULL,                   -- different people on this day
    no_result BIGINT NOT NULL,                   -- how many of them had each outcome
    no_click  BIGINT NOT NULL,
    clicked   BIGINT NOT NULL,
    tickets   BIGINT NOT NULL,
    PRIMARY KEY (day, entry)
);
CREATE INDEX learning_searches_entry ON learning_searches (entry, day);

-- How articles do, by day.
CREATE TABLE article_days (
    day      TEXT NOT NULL,
    article  TEXT NOT NULL,
    views    BIGINT NOT NULL,
    searches BIGINT NOT NULL,
    solved   BIGINT NOT NULL,
    tickets  BIGINT NOT NULL,
    PRIMARY KEY (day, article)
);

CREATE TABLE learning_salts (
    day  TEXT PRIMARY KEY NOT NULL,
    salt TEXT NOT NULL
);
CREATE TABLE learning_marks (
    day  TEXT NOT NULL,
    mark TEXT NOT NULL,
    many BIGINT NOT NULL,                        -- how often it was set
    PRIMARY KEY (day, mark)
);

-- What was decided about words, by whoever looks after the answers.
CREATE TABLE learning_decisions (
    entry      TEXT PRIMARY KEY NOT NULL,
    language   TEXT NOT NULL,
    words      TEXT NOT NULL,
    choice     TEXT NOT NULL,                    -- not_needed, article
    reason     TEXT,
    article    TEXT,
    decided_by TEXT NOT NULL,
    decided_at BIGINT NOT NULL
);
