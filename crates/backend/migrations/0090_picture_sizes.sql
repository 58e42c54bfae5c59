-- How large a picture is, so that a page keeps room for it until it is there.

ALTER TABLE attachments ADD COLUMN width BIGINT;  -- in pixels; NULL: no picture, or its file does not say
ALTER TABLE attachments ADD COLUMN height BIGINT;

CREATE INDEX article_pictures_article ON article_pictures (article);
