-- Whoever takes the events of any operator, found without reading all who take those of their watchlist alone.
CREATE INDEX endpoint_beyond_watchlist ON endpoint USING gin (events) WHERE active AND NOT watchlist_only;
