import { LRUCache } from 'lru-cache';

/** How many clients are known at a time; whoever asked longest ago is forgotten, and begins anew. */
const CLIENTS = 20_000;
const MINUTE = 60;

export interface Standing {
  /** Whole points left. */
  readonly remaining: number;
  /** Seconds until all points are back. */
  readonly reset: number;
  /** Seconds until a question may be asked again; 0 when it may be now. */
  readonly retryAfter: number;
}

interface Bucket {
  points: number;
  /** When `points` was so, in seconds. */
  at: number;
}

export type RateLimit = ReturnType<typeof rateLimit>;

/**
 * Points a minute for each client, which come back evenly. A question is let in while a point is left and charged what it costs, so the
 * last may cost more than there is: that is owed, up to a minute's points.
 */
export function rateLimit(
  pointsPerMinute: number,
  { clients = CLIENTS, now = () => performance.now() / 1_000 }: { clients?: number; now?: () => number } = {},
) {
  const perSecond = pointsPerMinute / MINUTE;
  const buckets = new LRUCache<string, Bucket>({ max: clients });

  function bucketOf(client: string): Bucket {
    const at = now();
    const known = buckets.get(client);
    if (!known) {
      const bucket = { points: pointsPerMinute, at };
      buckets.set(client, bucket);
      return bucket;
    }
    known.points = Math.min(pointsPerMinute, known.points + (at - known.at) * perSecond);
    known.at = at;
    return known;
  }

  const standingOf = ({ points }: Bucket): Standing => ({
    remaining: Math.max(0, Math.floor(points)),
    reset: Math.ceil((pointsPerMinute - points) / perSecond),
    retryAfter: points >= 1 ? 0 : Math.max(1, Math.ceil((1 - points) / perSecond)),
  });

  return {
    pointsPerMinute,
    /** How the client stands before it is charged. */
    open: (client: string): Standing => standingOf(bucketOf(client)),
    /** Takes points from it; answers with how it stands then. */
    charge(client: string, points: number): Standing {
      const bucket = bucketOf(client);
      bucket.points = Math.max(-pointsPerMinute, bucket.points - points);
      return standingOf(bucket);
    },
  };
}
