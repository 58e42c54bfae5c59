// `node build.mjs documents.jsonl FOLDER`: the index of the engine that this was bundled with.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "engine";
import { documents } from "./documents.mjs";

const [source, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(await build(documents(source)))) writeFileSync(join(folder, name), content);
