// Writes ties of one type as the seed has them: properties that left it go.
// The loader writes the same for each type and the labels at its ends. A type that is a parameter would be sought by scanning all ties.
// @param rows list of {id, fromId, toId, properties} = [{"id": "claim/affects/0123456789abcdef", "fromId": "reform/kz/constitutional-reform-2022", "toId": "institution/kz/senate", "properties": {"id": "claim/affects/0123456789abcdef", "mechanism": "POWERS_CUT"}}]
UNWIND $rows AS row
MATCH (from:Thing {id: row.fromId})
MATCH (to:Thing {id: row.toId})
MERGE (from)-[tie:AFFECTS {id: row.id}]->(to)
SET tie = row.properties;
