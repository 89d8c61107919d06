// What came instead of an institution: what ended it, what succeeded it or its whole, and which reforms brought that about?
// @theme Institutions
// @param institution string = "institution/kz/senate"
MATCH (institution:Thing {id: $institution})
CALL (institution) {
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[:SUCCEEDS]-(:Institution) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[:SUCCEEDS]-(:Institution)<-[:AFFECTS|CONCERNS]-(:Reform) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[:SUCCEEDS]-(:Institution)<-[:AFFECTS]-(:Reform)-[:ENACTED_BY]->(:Law) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[:SUCCEEDS]-(:Institution)<-[:ABOUT]-(:Figure) RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[affects:AFFECTS]-(:Reform)
  WHERE affects.mechanism = 'ABOLISHED' RETURN path
  UNION
  MATCH path = (institution)-[:PART_OF]->{0,1}(:Institution)<-[:SUCCEEDS]-(:Institution)<-[:PART_OF]-(:Institution) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
