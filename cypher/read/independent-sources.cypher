// The documents of a list of passages, with what tells whether two of them are one source: kind, jurisdiction, publishers, authors, attributed sources, documents possibly the same.
// @param keys list of [passage ids, recordedBy, retractedAfter] = [[["passage/kz/000/13", "passage/kz/003/12"], "9999~", "9998~"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    UNWIND key[0] AS id
    MATCH (:Passage {id: id})-[:IN]->(d:SourceDocument)
    WITH DISTINCT d
    OPTIONAL MATCH (d)-[e:PUBLISHED_BY|AUTHORED_BY|POSSIBLY_SAME_AS]-(far:Thing)
    WHERE e.recordedAt <= key[1] AND e.retracted > key[2] AND e.rank <> 'DEPRECATED'
    WITH d,
      collect(CASE WHEN type(e) = 'PUBLISHED_BY' THEN far.id END) AS publishers,
      collect(CASE WHEN e.role IN ['AUTHOR', 'SPEAKER'] THEN far.id END) AS authors,
      collect(CASE WHEN e.role = 'ATTRIBUTED' THEN far.id END) AS attributed,
      collect(CASE WHEN type(e) = 'POSSIBLY_SAME_AS' THEN far.id END) AS possiblySame
    RETURN [d.id, d.kind, d.jurisdiction, publishers, authors, attributed, possiblySame]
  } AS rows;
