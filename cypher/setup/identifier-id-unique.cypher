// Every Identifier has an id of its own.
CREATE CONSTRAINT identifier_id_unique IF NOT EXISTS
FOR (n:Identifier) REQUIRE n.id IS UNIQUE;
