import { RAW_WORDS } from '../../server/send.ts';
import type { Reply } from './send.ts';

export type Verdict = 'answered' | 'refused' | 'closed' | 'unavailable';

export interface Judged {
  readonly verdict: Verdict;
  /** What no answer may be; empty where all is well. */
  readonly faults: readonly ('STATUS_500' | 'LEAK' | 'NO_JSON' | 'NO_CODE' | 'DATA_WITH_STATUS' | 'CLOSED')[];
}

/** What an answer comes to, and what is wrong with it. */
export function judge({ status, type, text }: Reply, mayBeClosed: boolean): Judged {
  const faults: Judged['faults'][number][] = [];
  if (status === undefined) return { verdict: 'closed', faults: mayBeClosed ? [] : ['CLOSED'] };
  if (status >= 500 && status !== 503) faults.push('STATUS_500');
  // The page of GraphiQL is made of other people's words.
  if (type.startsWith('text/html')) return { verdict: 'answered', faults };
  if (RAW_WORDS.test(text)) faults.push('LEAK');
  // What is no HTTP is refused by Node, without a body.
  if (!/json/.test(type)) return { verdict: status < 400 ? 'answered' : 'refused', faults };
  const body = parsed(text);
  if (body === undefined && text !== '') faults.push('NO_JSON');
  const { data, errors = [] } = body ?? {};
  if (errors.some(({ extensions }) => !extensions?.code || !extensions.requestId)) faults.push('NO_CODE');
  if (status >= 400 && data !== undefined && data !== null && status !== 503) faults.push('DATA_WITH_STATUS');
  if (status === 503) return { verdict: 'unavailable', faults };
  return { verdict: status < 400 && (data != null || errors.length === 0) ? 'answered' : 'refused', faults };
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly requestId?: string } }[];
}

function parsed(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
