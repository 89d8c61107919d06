// Which reforms are there in an area, and what does each change?
// Other areas: ELECTIONS, PARTIES, PRESIDENCY, LOCAL_GOVERNMENT, JUSTICE, CONSTITUTION, HUMAN_RIGHTS, SOCIAL_POLICY.
// @theme Reforms
// @param area string = "PARLIAMENT"
MATCH (reform:Reform {kind: $area})
CALL (reform) {
  MATCH path = (reform)-[:AFFECTS]->(:Thing) RETURN path
  UNION
  MATCH path = (reform)-[:PART_OF]->(:Reform) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
