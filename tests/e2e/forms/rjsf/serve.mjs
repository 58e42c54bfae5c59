// The peer: bundled as for production, and served as it is.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Serves the form `peer` on `port`. `modules` is the directory that its packages are in. */
export async function serve(peer, modules, port) {
  const { outputFiles } = await build({
    entryPoints: [here("main.jsx")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    legalComments: "none",
    nodePaths: [modules],
    // There is a React beside this file too, and two of them do not work together.
    alias: { react: join(modules, "react"), "react-dom": join(modules, "react-dom") },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const files = {
    "/": ["text/html", readFileSync(here("index.html"))],
    "/main.js": ["text/javascript", outputFiles[0].contents],
    "/form.json": ["application/json", JSON.stringify(peer)],
  };
  const server = createServer((request, response) => {
    const file = files[request.url];
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": file[0] }).end(file[1]);
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
