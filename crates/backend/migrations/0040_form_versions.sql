-- Forms as they were published. The content files hold the newest version of each alone; what was answered in an older one
-- is read with that.
CREATE TABLE form_versions (
    form         TEXT NOT NULL,
    version      BIGINT NOT NULL,
    forms        TEXT NOT NULL,                  -- JSON: the form in each language, by language
    published_at BIGINT NOT NULL,                -- when it was first seen
    PRIMARY KEY (form, version)
);
