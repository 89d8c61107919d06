/** Neo4j 5.26 or later, as servers name themselves: `5.26.30`, `2026.08.1`, `5.27-aura`. */
export function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 26);
}
