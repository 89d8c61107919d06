// Every Thing has an id of its own.
CREATE CONSTRAINT thing_id_unique IF NOT EXISTS
FOR (n:Thing) REQUIRE n.id IS UNIQUE;
