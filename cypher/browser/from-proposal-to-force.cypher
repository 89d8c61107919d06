// How did a reform come about: who put it forward, at which event, by which act, and who signed that?
// @theme Reforms
// @param reform string = "reform/kz/death-penalty-abolition"
MATCH path = (:Thing {id: $reform})((:Reform)<-[:PART_OF]-(:Reform)){0,1}(:Reform)-[:PROPOSED_BY|REACHED|ENACTED_BY|PLANNED_IN|REPEALS|AMENDS]->(:Thing)((:Law)-[:SIGNED_BY|ADOPTED_BY|AMENDS|REPEALS|RATIFIES]->(:Thing)){0,1}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
