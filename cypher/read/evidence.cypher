// The first passages of a list of ids, in the order of the list.
// @param keys list of [ids, first] = [[["passage/kz/000/13"], 20]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    UNWIND range(0, size(key[0]) - 1) AS at
    WITH at, key[0][at] AS id WHERE at < key[1]
    MATCH (p:Passage {id: id})
    WITH p ORDER BY at
    RETURN [p.id, p.documentId, p.line, p.lineEnd, p.start, p.end, p.sha256, p.locator, p.headings, p.statement]
  } AS rows;
