-- Files that are sent in pieces. What is counted as received is there, because both are written in one transaction.

CREATE TABLE uploads (
    id         TEXT PRIMARY KEY NOT NULL,
    person     TEXT NOT NULL,
    name       TEXT NOT NULL,                    -- as the caller wrote it; made safe at the end, when the type is known
    size       BIGINT NOT NULL,                  -- in bytes, once all of it is there
    received   BIGINT NOT NULL,                  -- in bytes, from the first on
    touched_at BIGINT NOT NULL,                  -- when it was begun, or when the last piece came
    attachment TEXT REFERENCES attachments (id) ON DELETE CASCADE  -- NULL: not all of it is there
);
CREATE INDEX uploads_person ON uploads (person, touched_at) WHERE attachment IS NULL;
CREATE INDEX uploads_touched ON uploads (touched_at);
CREATE INDEX uploads_attachment ON uploads (attachment);

CREATE TABLE upload_pieces (
    upload   TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,                    -- of its first byte
    data     BLOB NOT NULL,
    PRIMARY KEY (upload, position)
);
