// How many independent publishers stand behind a list of passages; a document of unknown publisher counts by its author, else by itself; the acts of a state are one source.
// @param keys list of [passage ids] = [[["passage/kz/000/13", "passage/kz/003/12"]]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COUNT {
    UNWIND key[0] AS id
    MATCH (:Passage {id: id})-[:IN]->(d:SourceDocument)
    WITH DISTINCT d
    OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(publisher)
    OPTIONAL MATCH (d)-[:AUTHORED_BY]->(author)
    WITH d, min(publisher.id) AS publisher, min(author.id) AS author
    RETURN DISTINCT coalesce(publisher, author, CASE d.kind WHEN 'ACT_RECORD' THEN d.jurisdiction ELSE d.id END) AS source
  } AS total;
