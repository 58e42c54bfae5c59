// The portal's own words, from its message files: a test says what a person reads, and in both languages the same.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export type Language = "en" | "de";
export const LANGUAGES: Language[] = ["en", "de"];

type Places = Record<string, string | number>;
type Forms = { one: string; other: string };

/** The message with this key (`area.key`), its places filled. */
export interface Words {
  (key: string, places?: Places): string;
  /** The same as a pattern, where what stands in its other places is not known. */
  like(key: string, places?: Places): RegExp;
  language: Language;
}

const MESSAGES = join(__dirname, "../../../src/messages");
const known = new Map<Language, Map<string, Forms>>();

/** The words of a language. */
export function words(language: Language): Words {
  const say = (key: string, places: Places = {}) => {
    const forms = find(language, key);
    const one = typeof places.count === "number" && new Intl.PluralRules(language).select(places.count) === "one";
    return fill(one ? forms.one : forms.other, (name) => {
      const value = places[name];
      if (value === undefined) throw new Error(`${key} needs a value for {${name}}`);
      return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
    });
  };
  const like = (key: string, places: Places = {}) => {
    const { one, other } = find(language, key);
    const pattern = (text: string) =>
      fill(escape(text), (name) => (places[name] === undefined ? ".+?" : escape(String(places[name]))));
    const forms = one === other ? pattern(other) : `(?:${pattern(one)}|${pattern(other)})`;
    // Numbers, dates and money hold blanks that do not break.
    return new RegExp(forms.replace(/ /g, "\\s"));
  };
  return Object.assign(say, { like, language });
}

/** The whole text of an element and nothing else. */
export function whole(pattern: RegExp): RegExp {
  return new RegExp(`^\\s*${pattern.source}\\s*$`);
}

function fill(text: string, value: (name: string) => string): string {
  return text.replace(/\\?\{(\w+)\\?\}/g, (_, name: string) => value(name));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function find(language: Language, key: string): Forms {
  let messages = known.get(language);
  if (!messages) known.set(language, (messages = read(language)));
  const forms = messages.get(key);
  if (!forms) throw new Error(`src/messages has no '${key}' in '${language}'`);
  return forms;
}

function read(language: Language): Map<string, Forms> {
  const messages = new Map<string, Forms>();
  for (const file of readdirSync(MESSAGES).filter((name) => name.endsWith(`.${language}.toml`))) {
    const area = file.split(".")[0];
    for (const line of readFileSync(join(MESSAGES, file), "utf8").split("\n")) {
      const [, key, value] = /^([\w-]+)\s*=\s*(.+)$/.exec(line.trim()) ?? [];
      if (key) messages.set(`${area}.${key}`, forms(value));
    }
  }
  return messages;
}

/** `"text"` or `{ one = "text", other = "text" }`: all that the message files hold. */
function forms(value: string): Forms {
  const texts = [...value.matchAll(/(?:(one|other)\s*=\s*)?"((?:[^"\\]|\\.)*)"/g)];
  const text = (form: string) => {
    const found = texts.find(([, name]) => name === form) ?? texts[0];
    return found ? (JSON.parse(`"${found[2]}"`) as string) : "";
  };
  return { one: text("one"), other: text("other") };
}
