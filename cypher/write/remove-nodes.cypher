// Removes nodes that left the seed, with ties that others have drawn to them.
// @param rows list of element ids = ["4:00000000-0000-0000-0000-000000000000:0"]
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row
DETACH DELETE node;
