// Lighthouse on each address given, as a phone; prints one JSON object a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const tools = createRequire(`${process.env.TOOLS}/package.json`);
const { default: lighthouse } = await import(tools.resolve("lighthouse"));
const { launch } = await import(tools.resolve("chrome-launcher"));
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: JSON.parse(process.env.FLAGS) });
const categories = ["performance", "accessibility", "best-practices", "seo"];
for (const url of JSON.parse(readFileSync(0, "utf-8"))) {
  let lhr;
  // A run that lost its trace measured nothing and says so with a score of null: it is made again.
  for (let run = 0; run < 3; run++) {
    ({ lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: categories }));
    if (categories.every((name) => lhr.categories[name].score !== null)) break;
  }
  const failed = Object.values(lhr.categories)
    .flatMap((category) => category.auditRefs)
    .filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 0.9)
    .map((ref) => ref.id);
  const scores = categories.map((name) => Math.round(lhr.categories[name].score * 100));
  console.log(JSON.stringify({ url, scores, failed }));
}
await chrome.kill();
