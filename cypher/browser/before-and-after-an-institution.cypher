// What came before and after an institution, and what are the parts of each?
// @theme Institutions
// @param institution string = "institution/kz/parliament"
MATCH line = (:Thing {id: $institution})-[:SUCCEEDS]-{0,5}(:Institution)
UNWIND nodes(line) AS institution
CALL (institution) {
  MATCH path = (institution)-[:SUCCEEDS]-(:Institution) RETURN path
  UNION
  MATCH path = (institution)<-[:PART_OF]-(:Institution) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
