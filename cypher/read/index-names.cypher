// Names of the indexes and constraints that stand already.
SHOW INDEXES YIELD name RETURN name;
