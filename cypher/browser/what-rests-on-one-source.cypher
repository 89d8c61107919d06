// Which claims about a thing rest on a single document, and on which passage of it?
// @theme Sources
// @param thing string = "institution/kz/senate"
MATCH (:Thing {id: $thing})-[claim]-(:Thing)
MATCH (passage:Passage)-[support:SUPPORTS {claimId: claim.id}]->(:Thing)
WHERE claim.modality IS NOT NULL
WITH claim, collect(DISTINCT passage.documentId) AS documents
WHERE size(documents) = 1
CALL (claim) {
  MATCH path = ()-[claim]->() RETURN path
  UNION
  MATCH path = (:SourceDocument)<-[:IN]-(:Passage)-[:SUPPORTS {claimId: claim.id}]->(:Thing) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
