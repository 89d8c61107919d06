// Who appoints, elects or consents to whom?
// @param jurisdiction string = "kz"
MATCH filled = (:Thing)-[:APPOINTS|CONSENTS_TO|CHAIRS]->(:Institution {jurisdiction: $jurisdiction})
RETURN filled LIMIT 100;
