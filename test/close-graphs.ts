import { afterAll } from 'vitest';
import { closeGraphs } from './neo4j.ts';

// Run before each file: files share one module of ./neo4j.ts, whose hooks would only be set for the first.
afterAll(closeGraphs);
