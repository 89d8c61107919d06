// A page of nodes with all that starts from them and ends at nodes of ours, to compare with the seed before anything is written.
// The loader asks the same of each of its labels.
// @param after id of the last node seen = ""
MATCH (node:Thing)
WHERE node.id > $after
WITH node
ORDER BY node.id
LIMIT 500
RETURN node.id, elementId(node), labels(node), properties(node), COLLECT {
    MATCH (node)-[tie]->(far:Thing|Name|Passage|Comparison|Identifier|Merged|GraphRelease)
    RETURN [elementId(tie), type(tie), far.id, properties(tie)]
  }
ORDER BY node.id;
