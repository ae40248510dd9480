// Long steps say that they go on: seconds that count on a terminal, a line every ten seconds in a log.

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const terminal = process.stdout.isTTY === true;
  const clear = terminal ? "\r\u001b[K" : "";
  process.stdout.write(terminal ? `${title} …` : `${title} …\n`);
  const timer = setInterval(
    () => process.stdout.write(`${clear}${title} … ${seconds()} s${terminal ? "" : "\n"}`),
    terminal ? 1000 : 10_000,
  );
  try {
    const result = await work();
    process.stdout.write(`${clear}${title}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${clear}${title}: stopped after ${seconds()} s\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
