// What is planned, proposed or expected of a kind of thing, without any source that reports it done?
// A tie of the same kind between the same two things that is a fact takes a plan off the list.
// @theme Reforms
// @param modalities list = ["PLAN", "PROPOSAL"]
MATCH path = (from:Thing)-[plan]->(to:Thing)
WHERE plan.modality IN $modalities AND NOT EXISTS {
  MATCH (from)-[fact]->(to)
  WHERE type(fact) = type(plan) AND fact.modality = 'FACT' AND fact.retracted = '9999'
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
