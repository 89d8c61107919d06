// Did reformgraph load this database, and how many nodes does it hold?
RETURN EXISTS { (:GraphRelease) } AS ours, COUNT { () } AS nodes;
