// Passages by id, one list of scalars each.
// @param keys list of [id] = [["passage/kz/000/13"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
MATCH (p:Passage {id: key[0]})
RETURN i, [p.id, p.documentId, p.line, p.lineEnd, p.start, p.end, p.sha256, p.locator, p.headings, p.statement] AS row;
