import type { ServerResponse } from 'node:http';
import type { Refusal } from '../refusals.ts';
import type { Visit } from '../seen/visit.ts';
import type { TurnedAway } from './gate.ts';

/** Turns a request away with the status, code and words of its refusal. */
export function refuse(response: ServerResponse, refused: Refusal | TurnedAway, visit: Visit): void {
  const { status, code, message, headers } = 'status' in refused ? refused : turnedAway(refused);
  const { requestId } = visit;
  visit.code = code;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId } }] });
}

const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  405: { Allow: 'GET, POST' },
  503: { 'Retry-After': '1' },
};

/** A refusal with the headers that belong to its status. */
export const turnedAway = ([status, message, code = 'BAD_USER_INPUT']: Refusal) => ({
  status,
  message,
  code,
  headers: HEADERS[status] ?? {},
});

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
