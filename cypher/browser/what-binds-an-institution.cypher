// Which rules bind or entitle an institution, what are they about, and in which law do they stand?
// @theme Institutions
// @param institution string = "institution/kz/president"
MATCH (rule:Provision)-[:APPLIES_TO]->(:Thing {id: $institution})
CALL (rule) {
  MATCH path = (rule)-[:APPLIES_TO]->(:Thing) RETURN path
  UNION
  MATCH path = (rule)-[:PART_OF]->(:Law) RETURN path
  UNION
  MATCH path = (rule)<-[:AFFECTS]-(:Reform) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
