// Which numbers and dates are stated of a thing, and which reforms moved them?
// A figure tied to a reform as AFTER is the level that it brought, as BEFORE the one that it ended.
// @theme Reforms
// @param thing string = "institution/kz/mazhilis"
MATCH (figure:Figure)-[:ABOUT]->(:Thing {id: $thing})
CALL (figure) {
  MATCH path = (figure)-[:ABOUT]->(:Thing) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
