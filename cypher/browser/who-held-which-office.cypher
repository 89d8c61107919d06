// Who held which office, and of which body is the office a part?
// Click a tie to see from when until when; a bound that no source states is left out.
// @theme Institutions
// @param jurisdiction string = "kz"
MATCH (office:Institution {jurisdiction: $jurisdiction})<-[:HELD_OFFICE]-(:Official)
CALL (office) {
  MATCH path = (office)<-[:HELD_OFFICE]-(:Official) RETURN path
  UNION
  MATCH path = (office)-[:PART_OF]->(:Institution) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
