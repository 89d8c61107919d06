// Which acts and reforms changed a law or its articles since a day?
// @theme Laws and elections
// @param law string = "law/kz/constitution-1995"
// @param since string = "2019-01-01"
MATCH (law:Thing {id: $law})
CALL (law) {
  MATCH path = (law)<-[tie:AMENDS|REPEALS]-(:Thing) WHERE tie.sortKey >= $since RETURN path
  UNION
  MATCH path = (law)<-[:PART_OF]-(:Provision)<-[tie:AMENDS|REPEALS]-(:Thing) WHERE tie.sortKey >= $since RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
