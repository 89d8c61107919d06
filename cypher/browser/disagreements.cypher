// Where do sources disagree, over what, and which passage of which document says which?
// @param verdict string = "UNSETTLED"
MATCH said = (comparison:Comparison {verdict: $verdict})-[:SIDE]->(:Passage)-[:IN]->(:SourceDocument)
OPTIONAL MATCH over = (comparison)-[:OVER]->(:Thing)
RETURN said, over LIMIT 200;
