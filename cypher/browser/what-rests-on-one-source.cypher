// Which claims about a thing rest on a single document, and on which passage of it?
// @theme Sources
// @param thing string = "institution/kz/senate"
MATCH (:Thing {id: $thing})-[claim]-(:Thing)
MATCH (passage:Passage) WHERE passage.id IN claim.passages
WITH claim, collect(passage) AS passages, collect(DISTINCT passage.documentId) AS documents
WHERE size(documents) = 1
CALL (claim, passages) {
  MATCH path = ()-[claim]->() RETURN path
  UNION
  UNWIND passages AS passage
  MATCH path = (:SourceDocument)<-[:IN]-(passage)-[support:SUPPORTS]->(:Thing)
  WHERE support.claimId = claim.id RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
