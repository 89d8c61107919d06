// What did somebody say, in which document, and of what?
// @theme Sources
// @param speaker string = "official/kz/askar-shakirov"
MATCH (:Thing {id: $speaker})<-[:SPOKEN_BY]-(passage:Passage)
CALL (passage) {
  MATCH path = (passage)-[:SPOKEN_BY]->(:Official) RETURN path
  UNION
  MATCH path = (passage)-[:SUPPORTS]->(:Thing) RETURN path
  UNION
  MATCH path = (passage)-[:IN]->(:SourceDocument) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
