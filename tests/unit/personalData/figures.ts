import { differences, measure } from './measure.ts';
import { readCorpus } from './readCorpus.ts';

const texts = readCorpus();
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

console.log(`${String(texts.length)} texts\n`);
console.log('| kind | marked | found | wrong | recall | precision |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const { kind, marked, found, wrong, recall, precision } of measure(texts))
  console.log(`| ${kind} | ${marked} | ${found} | ${wrong} | ${percent(recall)} | ${percent(precision)} |`);
for (const text of texts) {
  const { missed, wrong } = differences(text);
  for (const { kind, start, end } of missed)
    console.log(`missed ${kind}: ${text.text.slice(start, end)} | ${text.text}`);
  for (const { kind, found } of wrong) console.log(`wrong ${kind}: ${found} | ${text.text}`);
}
