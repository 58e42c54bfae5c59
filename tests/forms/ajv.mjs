// What ajv says of answers, by the schema of a form and nothing else: `node tests/forms/ajv.mjs <node_modules>`. Reads lines
// `{"schema", "cases": [{"answers"}]}` and writes `{"valid": [true, …]}`, for `cargo xtask campaign forms`.
//
// In its own strict mode, so that a schema with a word or a combination that ajv does not know fails.

import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(join(process.argv[2], "ajv.js"));
const { default: Ajv } = require("ajv/dist/2020");
const { default: addFormats } = require("ajv-formats");

// It would warn of types that are not repeated within conditions.
const ajv = new Ajv({ logger: false });
addFormats(ajv);

function judge({ schema, cases }) {
  try {
    const validate = ajv.compile(schema);
    return { valid: cases.map(({ answers }) => validate(answers)) };
  } catch (error) {
    return { error: `${error.message}: ${JSON.stringify(schema)}` };
  } finally {
    // All of them have the same id.
    ajv.removeSchema(schema);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(judge(JSON.parse(line)))}\n`);
}
