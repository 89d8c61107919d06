// What made, amended, repealed or replaced a law, who signed it, and which reforms did it put into law?
// @theme Laws and elections
// @param law string = "law/kz/constitutional-amendments-2022"
MATCH path = (law:Thing {id: $law})-[:AMENDS|REPEALS|SUCCEEDS|ENACTED_BY|ADOPTED_BY|SIGNED_BY|PROPOSED_BY|REACHED|APPROVES|RATIFIES|HELD_UNDER]-(:Thing)
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
