// Writes nodes as the seed has them: properties and labels that left it go.
// The loader writes the same for each of its labels.
// @param rows list of {id, labels, dropped, properties} = [{"id": "institution/kz/senate", "labels": ["Institution"], "dropped": [], "properties": {"id": "institution/kz/senate", "name": "Senate"}}]
UNWIND $rows AS row
MERGE (node:Thing {id: row.id})
SET node = row.properties
SET node:$(row.labels)
REMOVE node:$(row.dropped);
