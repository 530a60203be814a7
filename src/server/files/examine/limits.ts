/** What examining one file may cost. A file that needs more is refused in plain words. */
export const EXAMINE_LIMITS = {
  /** From start to answer. */
  ms: 30_000,
  /** Seconds of processor time, held by the system where it can. */
  cpuSeconds: 40,
  /** What V8 may use, in megabytes. */
  heapMegabytes: 512,
  /** What the process may hold in memory altogether, where that can be seen. */
  residentBytes: 1024 * 1024 * 1024,
  /** Files examined at the same time; others wait their turn. */
  atOnce: 2,
  pixels: 50_000_000,
  pdfPages: 1000,
  textCharacters: 2_000_000,
  zipEntries: 2000,
  /** A Word document unpacks to at most so much, … */
  zipBytes: 200 * 1024 * 1024,
  /** … and each part over a megabyte to at most so many times its packed size. */
  zipRatio: 150,
} as const;
