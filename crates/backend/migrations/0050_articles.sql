-- Knowledge that is written in the portal. The content files hold the articles of before; what is published here stands in front of
-- them, as long as no file has a newer version.

-- What was published, for good.
CREATE TABLE article_versions (
    article      TEXT NOT NULL,
    language     TEXT NOT NULL,
    version      BIGINT NOT NULL,                -- goes on from that of the file
    content      TEXT NOT NULL,                  -- JSON: title, text and what else is known of it
    author       TEXT NOT NULL,
    note         TEXT,
    published_by TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_on TEXT NOT NULL,                  -- 2026-11-30, where it was published
    PRIMARY KEY (article, language, version)
);

-- What people did with an article as a whole, in all its languages.
CREATE TABLE article_standings (
    article     TEXT PRIMARY KEY NOT NULL,
    version     BIGINT NOT NULL,
    reviewed_on TEXT,                            -- 2026-11-30: somebody said that it is still right
    retired_at  BIGINT,                          -- NULL: people read it
    person      TEXT NOT NULL,                   -- who did the last of it
    comment     TEXT,
    replaced_by TEXT
);

-- Drafts and proposals.
CREATE TABLE article_proposals (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    article    TEXT NOT NULL,
    language   TEXT NOT NULL,
    base       BIGINT NOT NULL,                  -- the version that it began from; 0: a new article
    author     TEXT NOT NULL,
    state      TEXT NOT NULL,
    content    TEXT NOT NULL,                    -- JSON
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX article_proposals_author ON article_proposals (author, changed_at);
CREATE INDEX article_proposals_article ON article_proposals (article, author);
CREATE INDEX article_proposals_proposed ON article_proposals (changed_at) WHERE state = 'proposed';

-- What was said and done about them.
CREATE TABLE article_remarks (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal TEXT NOT NULL REFERENCES article_proposals (id) ON DELETE CASCADE,
    at       BIGINT NOT NULL,
    person   TEXT NOT NULL,
    action   TEXT NOT NULL,
    comment  TEXT
);
CREATE INDEX article_remarks_proposal ON article_remarks (proposal, seq);
