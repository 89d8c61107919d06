// What did an official propose, announce, set going or order, alone or through an office, and what did it change?
// @theme Reforms
// @param official string = "official/kz/kassym-jomart-tokayev"
MATCH (official:Thing {id: $official})
CALL (official) {
  MATCH path = (official)<-[:PROPOSED_BY]-(:Thing) RETURN path
  UNION
  MATCH path = (official)-[:HELD_OFFICE]->(:Institution)<-[:PROPOSED_BY]-(:Thing) RETURN path
  UNION
  MATCH path = (official)<-[:PROPOSED_BY]-(:Thing)-[:AFFECTS]->(:Institution) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
