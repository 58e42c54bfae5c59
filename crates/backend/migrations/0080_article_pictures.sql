-- Pictures of articles that are written in the portal: files that were uploaded, and what shows them.

CREATE TABLE article_pictures (
    attachment TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    article    TEXT NOT NULL,
    proposal   TEXT REFERENCES article_proposals (id) ON DELETE CASCADE  -- NULL: a published version, which stays for good
);
CREATE UNIQUE INDEX article_pictures_once ON article_pictures (attachment, article, COALESCE(proposal, ''));
CREATE INDEX article_pictures_proposal ON article_pictures (proposal);

-- When the last text let go of it; whoever takes a picture out of one text has some time to put it into another.
ALTER TABLE attachments ADD COLUMN let_go_at BIGINT;
