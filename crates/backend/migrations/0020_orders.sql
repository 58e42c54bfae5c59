-- Several items that were ordered together: one request, and a ticket for each requested item, which is approved, worked on
-- and delivered by itself. A request of one item has no such parts and is as it was.
ALTER TABLE tickets ADD COLUMN parent BIGINT REFERENCES tickets (seq);  -- the request that it was ordered with
CREATE INDEX tickets_parent ON tickets (parent) WHERE parent IS NOT NULL;

-- The first requested item is RITM-30001: never mistaken for a request or an incident.
INSERT INTO counters (name, value) VALUES ('requested_item', 30000);
