import type { RunningNeo4j } from '../launch/find-neo4j.ts';
import { GUIDE_PATH, STYLE_PATH } from './files.ts';

type Told = Pick<RunningNeo4j, 'kind' | 'browserUrl' | 'user' | 'password'>;

/**
 * What a start tells of Neo4j Browser, line by line: where it opens, with which password, and what is left to be typed into it. A locked
 * `server` has nothing for it.
 */
export function browserTold(
  server: string,
  { kind, browserUrl, user, password }: Told,
  isLocked: boolean,
): readonly string[] {
  const isOurs = kind !== 'EXTERNAL';
  const address = isLocked ? browserUrl : browserUrl && `${server}/browser/`;
  const secret = isOurs ? password : 'in NEO4J_PASSWORD';
  if (isLocked) return [address ?? 'that of your Neo4j', `user ${user}, password ${secret}`];
  if (isOurs && address) {
    return [address, `type the password ${secret} (user ${user} is filled in): a picture and a guide open`];
  }
  return [
    address ?? 'that of your Neo4j',
    `user ${user}, password ${secret}; for colours and questions, type there:`,
    `:style ${server}${STYLE_PATH}`,
    `:guide ${server}${GUIDE_PATH}`,
  ];
}
