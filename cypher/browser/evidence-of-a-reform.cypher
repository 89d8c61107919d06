// Which passages of which documents speak for the claims about a reform?
// @theme Sources
// @param reform string = "reform/kz/presidential-quota-cut-2022"
MATCH path = (:Thing {id: $reform})<-[:SUPPORTS]-(:Passage)-[:IN]->(:SourceDocument)
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
