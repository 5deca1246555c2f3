// The tables of docs/benchmarks.md that a measurement writes, each between two remarks with its name.
import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";

const DOCUMENT = new URL("../../docs/benchmarks.md", import.meta.url);

/** The machine, and how busy it is by itself. */
export function machine() {
  const [{ model }, { length }] = [cpus()[0], cpus()];
  const memory = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[0].toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}: ${length} cores (${model}), ${memory} GiB, Linux ${release()}; load before the first pass ${busy}.`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Prints it, and puts it in the place of what was there. */
export async function publish(name, text) {
  console.log(text);
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const document = await readFile(DOCUMENT, "utf8");
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  await writeFile(DOCUMENT, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
}
