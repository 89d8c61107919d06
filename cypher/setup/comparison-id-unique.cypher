// Every Comparison has an id of its own.
CREATE CONSTRAINT comparison_id_unique IF NOT EXISTS
FOR (n:Comparison) REQUIRE n.id IS UNIQUE;
