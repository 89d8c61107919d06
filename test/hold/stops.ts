import { setTimeout as pause } from 'node:timers/promises';
import { randomNumbers } from '../bench/generated-graph.ts';
import { type Figure, measuring, report, zero } from './report.ts';
import { progress, startSeededNeo4j } from './seeded-neo4j.ts';
import { startServerChild } from './server-child.ts';
import { countsOf, openStream, QUESTIONS } from './stream.ts';

/** The server is told to end under load, again and again: is anything lost that was under way? */

const ENDS_WITHIN = 10_000;

const {
  times,
  rate,
  seed,
  report: keep,
} = measuring('test:stops', 'Ends a server by SIGTERM under a steady stream of questions, again and again.')
  .option('--times <number>', 'how often', Number, 50)
  .option('--rate <number>', 'questions a second', Number, 50)
  .option('--seed <number>', 'of when it is told to end', Number, 20_261_122)
  .parse()
  .opts<{ times: number; rate: number; seed: number; report: boolean }>();

const started: (() => Promise<unknown>)[] = [];
try {
  const { neo4j, version } = await startSeededNeo4j(started);
  const tried = { questions: 0, lost: 0, failed: 0, otherExits: 0, longest: 0 };
  const seen: Record<string, number> = {};
  // The database plans each text the first time; that is not what is tried.
  const first = await startServerChild(neo4j);
  for (const body of QUESTIONS)
    await fetch(first.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  first.process.kill('SIGTERM');
  await first.ended;
  const random = randomNumbers(seed);
  for (let at = 1; at <= times; at += 1) {
    const { process: child, url, ended } = await startServerChild(neo4j);
    const stream = openStream(url, rate);
    await pause(700 + random(600));
    const told = performance.now();
    const toldAt = stream.now();
    child.kill('SIGTERM');
    const how = await ended;
    const took = performance.now() - told;
    // What is sent after the word to end may find nobody; what was under way must not.
    const underWay = (await stream.end()).filter((outcome) => outcome.at < toldAt);
    for (const [name, count] of Object.entries(countsOf(underWay))) seen[name] = (seen[name] ?? 0) + count;
    tried.questions += underWay.length;
    tried.lost += underWay.filter(({ status }) => status === undefined).length;
    tried.failed += underWay.filter(({ status }) => status !== undefined && status !== 200).length;
    if (how !== 0) tried.otherExits += 1;
    tried.longest = Math.max(tried.longest, Math.round(took));
    progress(`${at} of ${times}: ended with ${how} after ${Math.round(took)} ms; ${JSON.stringify(tried)}`);
  }
  const figures: Figure[] = [
    zero('questions under way that were lost', tried.lost, { of: tried.questions, lost: tried.lost, ...seen }),
    zero('questions under way that were not answered with 200', tried.failed),
    zero('ends with another code than 0', tried.otherExits, { of: times, other: tried.otherExits }),
    { name: 'longest end, ms', found: tried.longest, wanted: `<= ${ENDS_WITHIN}`, holds: tried.longest <= ENDS_WITHIN },
  ];
  report('stops', figures, { neo4j: version, seed, times, rate }, keep);
} finally {
  for (const end of started.reverse()) await end();
}
