// What does a document speak of, and who is quoted in it?
// @theme Sources
// @param document string = "document/kz/002"
MATCH (:Thing {id: $document})<-[:IN]-(passage:Passage)
CALL (passage) {
  MATCH path = (passage)-[:IN]->(:SourceDocument) RETURN path
  UNION
  MATCH path = (passage)-[:SUPPORTS]->(:Thing) RETURN path
  UNION
  MATCH path = (passage)-[:SPOKEN_BY]->(:Official) RETURN path
}
WITH passage, path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path ORDER BY passage.line, passage.id, [thing IN nodes(path) | thing.id] LIMIT 300;
