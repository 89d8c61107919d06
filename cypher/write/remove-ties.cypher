// Removes ties that left the seed. With IN, a graph with fewer ties than rows is read once, a larger one is sought by id.
// @param rows list of element ids = ["5:00000000-0000-0000-0000-000000000000:0"]
MATCH ()-[tie]->()
WHERE elementId(tie) IN $rows
DELETE tie;
