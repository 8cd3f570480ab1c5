// BPMN files in a folder, laid out by bpmn-auto-layout after a first round has warmed it: the results and the CPU time.
import { layoutProcess } from 'bpmn-auto-layout';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
const names = readdirSync(from).filter((name) => name.endsWith('.bpmn')).sort();
const texts = names.map((name) => readFileSync(join(from, name), 'utf8'));
const spent = {};
for (const warm of [true, false]) {
  for (const [i, name] of names.entries()) {
    const start = process.cpuUsage();
    try {
      const out = await layoutProcess(texts[i]);
      const used = process.cpuUsage(start);
      spent[name] = (used.user + used.system) / 1e6;
      if (!warm) writeFileSync(join(to, name), out);
    } catch {
      spent[name] = null; // it gave up on this file
    }
  }
}
console.log(JSON.stringify(spent));
