// Which reforms changed an institution or the body it is part of, by which law, and as parts of what?
// An arrow from a reform tells how it changed the institution.
// @theme Institutions
// @param institution string = "institution/kz/senate"
MATCH path = (:Thing {id: $institution})-[:PART_OF]->{0,1}(:Institution)<-[:AFFECTS]-(:Reform)-[:ENACTED_BY|PART_OF]->{0,1}(:Thing)
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
