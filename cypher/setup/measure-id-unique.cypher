// Every Measure has an id of its own.
CREATE CONSTRAINT measure_id_unique IF NOT EXISTS
FOR (n:Measure) REQUIRE n.id IS UNIQUE;
