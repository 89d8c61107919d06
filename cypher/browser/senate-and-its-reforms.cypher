// Which reforms changed an institution, by which law, and as parts of what?
// An arrow from a reform tells how it changed the institution; the whole it belonged to and what came instead stand beside it.
// @theme Institutions
// @param institution string = "institution/kz/senate"
MATCH (institution:Thing {id: $institution})
CALL (institution) {
  MATCH path = (institution)<-[:AFFECTS]-(:Reform) RETURN path
  UNION
  MATCH path = (institution)<-[:AFFECTS]-(:Reform)-[:ENACTED_BY]->(:Law) RETURN path
  UNION
  MATCH path = (institution)<-[:AFFECTS]-(:Reform)-[:PART_OF]->(:Reform) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->(:Institution)<-[:AFFECTS]-(:Reform) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->(:Institution)-[:SUCCEEDS]-(:Institution) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
