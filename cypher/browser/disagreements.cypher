// Where do sources disagree, over what, and which passage of which document says which?
// Other verdicts: TIME, SCOPE, ROUNDING, WORDING, SAME_VALUE, ONE_DOCUMENT.
// @theme Sources
// @param verdict string = "UNSETTLED"
// @param most number = 5
MATCH (comparison:Comparison {verdict: $verdict, retracted: '9999'})
WITH comparison ORDER BY comparison.id LIMIT toInteger($most)
CALL (comparison) {
  MATCH path = (comparison)-[:SIDE]->(:Passage)-[:IN]->(:SourceDocument) RETURN path
  UNION
  MATCH path = (comparison)-[:OVER]->(:Thing) RETURN path
}
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
