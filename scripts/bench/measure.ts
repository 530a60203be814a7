import autocannon from 'autocannon';

export interface Measured {
  readonly page: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** On the wire, headers included, for one answer. */
  readonly bytes: number;
  /** Answers other than 2xx, and errors. */
  readonly failed: number;
}

interface Measuring {
  readonly page: string;
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly cookie: string;
}

/** Asks for one page again and again, after a second of warming up that does not count. Latencies in milliseconds. */
export async function measure({ page, url, connections, seconds, cookie }: Measuring): Promise<Measured> {
  const headers = { 'accept-encoding': 'br, gzip', ...(cookie && { cookie }) };
  const load = { url, connections, headers, workers: 1 };
  await autocannon({ ...load, duration: 1 });
  const { requests, latency, throughput, non2xx, errors } = await autocannon({ ...load, duration: seconds });
  const bytes = requests.total === 0 ? 0 : Math.round(throughput.total / requests.total);
  return { page, connections, requestsPerSecond: Math.round(requests.average), p50: latency.p50, p95: latency.p97_5, p99: latency.p99, bytes, failed: non2xx + errors };
}
