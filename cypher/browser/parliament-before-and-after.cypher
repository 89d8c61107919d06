// What came before and after an institution, and what are the parts of each?
// @param institution string = "institution/kz/parliament"
MATCH (start:Institution {id: $institution})
MATCH line = (start)-[:SUCCEEDS*0..5]-(:Institution)
UNWIND nodes(line) AS institution
OPTIONAL MATCH part = (institution)<-[:PART_OF]-(:Institution)
RETURN line, part;
