// The phone that stands for a reader on the way: what benchmarks are throttled to.

/** What lies between browser and server. */
export const LINE = { bitsPerSecond: 1_600_000, roundTripMs: 150 };

/** How many times slower the processor is. */
export const SLOWDOWN = 4;
