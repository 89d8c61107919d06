// What is said to have come of a reform and of its parts, or expected to?
// Click a tie for its modality: a fact, an expectation or an opinion of whoever speaks.
// @theme Reforms
// @param reform string = "reform/kz/constitutional-reform-2022"
MATCH (reform:Thing {id: $reform})
CALL (reform) {
  MATCH path = (reform)<-[:PART_OF]-{0,3}(:Reform)-[:LED_TO]->(:Thing) RETURN path
  UNION
  MATCH path = (reform)<-[:PART_OF]-(:Reform) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
