// Bundles it as for production, into react-hello/dist.

import { build } from "esbuild";
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

mkdirSync(here("dist"), { recursive: true });
copyFileSync(here("index.html"), here("dist/index.html"));
await build({
  entryPoints: [here("main.jsx")],
  outfile: here("dist/main.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
});
