// Which reforms changed an institution, and by which law?
// @param institution string = "institution/kz/senate"
MATCH affected = (:Institution {id: $institution})<-[:AFFECTS]-(reform:Reform)
OPTIONAL MATCH enacted = (reform)-[:ENACTED_BY]->(:Law)
RETURN affected, enacted;
