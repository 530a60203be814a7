/** Prints one group: a line when all is well, everything it said when not. */
export function printGroup({ name, seconds, passed, failed, skipped, output, why = '' }) {
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  const line = `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${counts.filter(Boolean).join(', ')}`;
  if (failed > 0 && output) console.log(`\n──── ${name} said ────\n${output.trimEnd()}\n────`);
  console.log(why ? `${line}   (${why})` : line);
}

/** Adds the groups up. Where nothing may be skipped (CI=true), each skipped test counts as failed. */
export function sumUp(results, { ci = process.env.CI === 'true' } = {}) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  if (!ci || total.skipped === 0) return total;
  console.log(`CI=true: the ${total.skipped} skipped count as failed.`);
  return { passed: total.passed, failed: total.failed + total.skipped, skipped: 0 };
}

/** `12 passed, 0 failed`, and `, 1 skipped` where any was. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
