// Serves a folder on this machine only: serve.mjs FOLDER PORT. Without a port it takes 8080 or the next free one.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const [folder, wanted] = process.argv.slice(2);
const root = normalize(folder + sep);

function find(url) {
  const path = decodeURIComponent(new URL(url, "http://host").pathname);
  const file = join(root, path.endsWith("/") ? path + "index.html" : path);
  return file.startsWith(root) && statSync(file).isFile() ? file : null;
}

function answer(request, response) {
  let file = null;
  try {
    file = find(request.url);
  } catch {
    // A name that does not exist or does not decode is answered like any other that is not here.
  }
  if (!file) return response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
  response.writeHead(200, {
    "Cache-Control": "no-cache",
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).pipe(response);
}

function listen(port) {
  const server = createServer(answer);
  server.on("error", (error) => {
    if (error.code === "EADDRINUSE" && !wanted && port < 65535) return listen(port + 1);
    console.error(`tutup: port ${port} cannot be used (${error.code}): choose another with --port.`);
    process.exit(1);
  });
  server.listen(port, "127.0.0.1", () => console.log(`Tutup is at http://127.0.0.1:${port}/ (Ctrl C ends it)`));
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
listen(Number(wanted ?? 8080));
