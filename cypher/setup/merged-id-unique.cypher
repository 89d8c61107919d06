// Every Merged has an id of its own.
CREATE CONSTRAINT merged_id_unique IF NOT EXISTS
FOR (n:Merged) REQUIRE n.id IS UNIQUE;
