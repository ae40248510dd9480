import { readFileSync } from "node:fs";

/** Every figure is the middle of so many rounds, in each of which all that is compared takes its turn. */
export const ROUNDS = 5;

export function median(figures: readonly number[]): number {
  const inOrder = [...figures].sort((a, b) => a - b);
  const middle = inOrder.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [inOrder[middle - 1], inOrder[middle]];
  return inOrder.length % 2 === 1 ? high : (low + high) / 2;
}

/** Milliseconds of some work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Runs each kind of work in turn, round by round, and gives the middle figure of each. */
export async function inTurns<K extends string>(
  works: Record<K, (round: number) => Promise<number>>,
): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const figures = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) figures.get(name)?.push(await works[name](round));
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name) ?? [])])) as Record<
    K,
    number
  >;
}

/** Does `count` pieces of work, `width` of them at a time. */
export async function atOnce(
  count: number,
  width: number,
  work: (nth: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async (_, lane) => {
      while (next < count) await work(next++, lane);
    }),
  );
}

const MIB = 1024 * 1024;

/** How much of the machine's memory a process holds, in MiB. Only Linux tells; elsewhere it is not a number. */
export function residentMiB(pid: number): number {
  try {
    return (
      (Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024) / MIB
    );
  } catch {
    return Number.NaN;
  }
}

/** The most that a process held while some work was done, in MiB. */
export async function mostHeld(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = residentMiB(pid);
  const watch = setInterval(() => {
    most = Math.max(most, residentMiB(pid));
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return most;
}
