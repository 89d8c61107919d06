// Who took part in an election, with what outcome, under which rules, and which numbers are known of it?
// @theme Laws and elections
// @param event string = "event/kz/parliamentary-elections-2023"
MATCH (event:Thing {id: $event})
CALL (event) {
  MATCH path = (event)-[:PARTICIPATED_IN|HELD_UNDER|LED_TO|CONCERNS|PART_OF]-(:Thing) RETURN path
  UNION
  MATCH path = (event)<-[:ABOUT]-(:Figure)-[:ABOUT]->(:Thing) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
