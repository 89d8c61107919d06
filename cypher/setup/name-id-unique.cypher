// Every Name has an id of its own.
CREATE CONSTRAINT name_id_unique IF NOT EXISTS
FOR (n:Name) REQUIRE n.id IS UNIQUE;
