// What amended, repealed or replaced a law, and which reforms did it enact?
// @param law string = "law/kz/constitution-1995"
MATCH (law:Law {id: $law})
MATCH life = (law)-[:AMENDS|REPEALS|SUCCEEDS|ENACTED_BY]-(:Thing)
RETURN life LIMIT 100;
