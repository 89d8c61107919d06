// What does a plan foresee: its headings and measures, and the laws, bodies, reforms and events that it names?
// @theme Laws and elections
// @param plan string = "law/kz/action-plan-2023"
MATCH (plan:Thing {id: $plan})
CALL (plan) {
  MATCH path = (plan)<-[:PLANNED_IN]-(:Thing) RETURN path
  UNION
  MATCH path = (plan)<-[:PART_OF]-{1,3}(:Provision) RETURN path
  UNION
  MATCH path = (plan)<-[:APPROVES]-(:Law) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
