// What does a document speak of, and who is quoted in it?
// @param document string = "document/kz/002"
MATCH said = (:SourceDocument {id: $document})<-[:IN]-(passage:Passage)-[:SUPPORTS]->(:Thing)
OPTIONAL MATCH quoted = (passage)-[:SPOKEN_BY]->(:Official)
RETURN said, quoted LIMIT 200;
