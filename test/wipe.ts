/** Empties a test database. */
export const wipe = {
  name: 'wipe',
  text: 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
};
