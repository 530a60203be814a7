import autocannon from 'autocannon';
import { percentile } from './percentile.ts';

export interface Measured {
  readonly page: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
  /** Milliseconds, from every answer there was. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** On the wire, headers included, for one answer. */
  readonly bytes: number;
  /** Answers with a status of 400 or above, and requests without an answer. */
  readonly failed: number;
}

export interface Measuring {
  readonly page: string;
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly cookie: string;
  /** Fields of a form: the page is posted to instead of opened. */
  readonly form?: Readonly<Record<string, string>> | undefined;
  /** The most requests a second, over all connections. */
  readonly perSecond?: number | undefined;
}

/** Asks for one page again and again, after two seconds of warming up that do not count. */
export async function measure(measuring: Measuring): Promise<Measured> {
  await load(measuring, 2);
  const { latencies, bytes, failed, seconds } = await load(measuring, measuring.seconds);
  const sorted = Float64Array.from(latencies).sort();
  const at = (percent: number) => Math.round(percentile(sorted, percent) * 10) / 10;
  const answers = Math.max(1, latencies.length);
  return {
    page: measuring.page,
    connections: measuring.connections,
    requestsPerSecond: Math.round(latencies.length / seconds),
    ...{ p50: at(50), p95: at(95), p99: at(99) },
    bytes: Math.round(bytes / answers),
    failed,
  };
}

interface Load {
  readonly latencies: number[];
  bytes: number;
  failed: number;
  seconds: number;
}

async function load({ url, connections, cookie, form, perSecond }: Measuring, seconds: number): Promise<Load> {
  const seen: Load = { latencies: [], bytes: 0, failed: 0, seconds };
  const options = {
    url,
    connections,
    duration: seconds,
    ...requestOf(url, cookie, form),
    ...(perSecond && { overallRate: perSecond }),
  };
  const { errors, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
    run.on('response', (...[, status, bytes, latency]) => {
      seen.latencies.push(latency);
      seen.bytes += bytes;
      if (status >= 400) seen.failed += 1;
    });
  });
  return { ...seen, failed: seen.failed + errors, seconds: duration };
}

function requestOf(url: string, cookie: string, form: Measuring['form']) {
  const headers = { 'accept-encoding': 'br, gzip', ...(cookie && { cookie }) };
  if (!form) return { headers };
  const posted = { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST' as const, headers: { ...headers, ...posted }, body: String(new URLSearchParams(form)) };
}
