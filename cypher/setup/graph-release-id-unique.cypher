// Every GraphRelease has an id of its own.
CREATE CONSTRAINT graph_release_id_unique IF NOT EXISTS
FOR (n:GraphRelease) REQUIRE n.id IS UNIQUE;
