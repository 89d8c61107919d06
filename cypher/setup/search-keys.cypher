// Names of all things and their spellings as search compares them, words with spaces between.
CREATE FULLTEXT INDEX search_keys IF NOT EXISTS
FOR (n:Thing|Name) ON EACH [n.searchKeys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
