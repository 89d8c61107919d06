// Which passages of which documents speak for the claims about a reform?
// @param reform string = "reform/kz/presidential-quota-cut-2022"
MATCH evidence = (:Reform {id: $reform})<-[:SUPPORTS]-(:Passage)-[:IN]->(:SourceDocument)
RETURN evidence;
