// One form of 200 questions with 400 conditions, said twice: as ours, and as JSON Schema for React JSON Schema Form.
//
// Everything hangs on what is typed into the first question. With each key one question appears, and one comes to be
// required; the conditions of all others are asked and stay as they are. `node forms/large.mjs` prints it with the answers
// after each key, for the measurement without a browser.

import { fileURLToPath } from "node:url";

/** Keys that are measured, after some that are not. */
export const KEYS = 100;
export const WARM = 10;
export const QUESTIONS = 200;
export const CONDITIONS = 400;

/** The question that is typed into. */
export const TYPED = "Describe it";
/** A question that appears on the way. */
export const APPEARS = "Question 109";

const KINDS = ["short_text", "number", "yes_no", "single_choice"];
const OPTIONS = ["Red", "Green", "Blue"];

/** What is typed, key by key. */
export const typed = Array.from({ length: KEYS + WARM }, (_, n) => "abcdefghij"[n % 10]);

/** Every question but the first: what it is, and when it is asked and needed. */
const others = Array.from({ length: QUESTIONS - 1 }, (_, i) => {
  const n = i + 1;
  // Those that have appeared stay; the rest is there from the beginning, unless somebody types what nobody types.
  const asked = n <= KEYS + WARM ? [{ length: n }] : [{ not: `x${n}` }];
  if (n > QUESTIONS - 3) asked.push({ not: `y${n}` });
  return { id: `q${n}`, label: `Question ${n}`, kind: KINDS[n % KINDS.length], asked, needed: { length: QUESTIONS - n } };
});

const conditions = others.reduce((sum, { asked }) => sum + asked.length + 1, 0);
if (conditions !== CONDITIONS) throw new Error(`${conditions} conditions`);

function condition({ length, not }) {
  return not === undefined ? { length: ["text", { ge: length }] } : { ne: ["text", not] };
}

function ours({ id, label, kind, asked, needed }) {
  const all = asked.map(condition);
  return {
    id,
    type: kind,
    label,
    visible_when: all.length > 1 ? { and: all } : all[0],
    required_when: condition(needed),
    ...(kind === "number" && { integer: true }),
    ...(kind === "single_choice" && {
      display: "select",
      options: OPTIONS.map((name) => ({ id: name.toLowerCase(), label: name })),
    }),
  };
}

/** As `GET /forms/large-form` gives it. */
export const form = {
  id: "large-form",
  version: 1,
  pages: [
    {
      id: "all",
      title: "All of it",
      questions: [{ id: "text", type: "short_text", label: TYPED, required: true }, ...others.map(ours)],
    },
  ],
};

/** As an item of a company. */
export const item = {
  id: form.id,
  category: "computers",
  name: "Large form",
  summary: "200 questions",
  description: "200 questions with 400 conditions.",
  verb: "Fill it in",
  icon: "box",
  service: "laptops",
  group: "client-services",
  delivery: "3wd",
  order_for: "self",
  form: { version: form.version, pages: form.pages },
};

const SHAPES = {
  short_text: { type: "string", maxLength: 200 },
  number: { type: "integer" },
  yes_no: { type: "boolean" },
  single_choice: { type: "string", enum: OPTIONS.map((name) => name.toLowerCase()) },
};

function holds({ length, not }) {
  return not === undefined
    ? { properties: { text: { minLength: length } }, required: ["text"] }
    : { properties: { text: { not: { const: not } } } };
}

/** What React JSON Schema Form takes: a condition is an `if` with what it brings, as its documentation has it. */
export const peer = {
  schema: {
    type: "object",
    required: ["text"],
    properties: { text: { type: "string", title: TYPED, maxLength: 200 } },
    allOf: others.flatMap(({ id, label, kind, asked, needed }) => [
      {
        if: asked.length > 1 ? { allOf: asked.map(holds) } : holds(asked[0]),
        then: { properties: { [id]: { title: label, ...SHAPES[kind] } } },
      },
      { if: holds(needed), then: { required: [id] } },
    ]),
  },
  uiSchema: Object.fromEntries(
    others.filter(({ kind }) => kind === "yes_no").map(({ id }) => [id, { "ui:widget": "radio" }]),
  ),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rounds = typed.map((_, n) => ({ text: typed.slice(0, n + 1).join("") }));
  console.log(JSON.stringify({ form, rounds }));
}
