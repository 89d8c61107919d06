// Every Passage has an id of its own.
CREATE CONSTRAINT passage_id_unique IF NOT EXISTS
FOR (n:Passage) REQUIRE n.id IS UNIQUE;
