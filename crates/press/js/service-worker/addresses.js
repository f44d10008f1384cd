// The service worker: answers for the site when there is no network, and keeps what makes that possible.
//
// `press` puts the files of this folder after each other, behind three constants of the build:
//   BASE     the path that the site is served under, with a slash at both ends
//   VERSION  the program's version, which every page of the same build carries as `data-program`
//   FILES    the program: [path below BASE, SHA-256 in hexadecimal digits, bytes] of each file
// So a new program is a new worker, byte for byte, and a new issue is not.
//
// docs/offline.md says what is kept and when; this file knows which address means what.

const ROOT = new URL(BASE, location.origin).href;
const SHELL = "shell.html";
const POINTER = "version.json";

// Everything in the browser's storage that is ours begins so: other sites of this origin have another.
const PREFIX = `masthead:${BASE}:`;
const PROGRAM_CACHE = `${PREFIX}program:${VERSION}`;
// What has its version in its name or address: texts, packs, the search index; and images.
const CONTENT_CACHE = `${PREFIX}content`;
const STATE_CACHE = `${PREFIX}state`;
// Pages lie with the manifest that they name, so that both are of one build, kept and thrown away
// together.
const PAGES = `${PREFIX}pages:${VERSION}:`;

const HOLDS_MANIFEST = /^archive-([0-9a-f]{16})\.bin$/;
const IS_IMAGE = /\.(avif|gif|ico|jpe?g|png|svg|webp)$/i;
const IS_PROGRAM = /\.(css|js|wasm|woff2)$/;
// An ending as files have it; that of a page's address, such as `v1.30`, does not begin with a letter.
const HAS_ENDING = /\.[a-z][a-z0-9]{1,10}$/i;

// The path of an address below BASE.
const pathOf = (url) => decodeURI(url.pathname.slice(BASE.length));

// The address that a page is kept under: hosts give one file at `/2023`, `/2023.html` and `/2023?q=`.
function pageKey(path) {
  const plain = path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
  return ROOT + encodeURI(plain);
}

// Whether a page may be the answer. Feeds, calendars, Markdown, data and embedded pages never get one.
function isPage(request, path) {
  const isFile = HAS_ENDING.test(path) && !path.endsWith(".html");
  return request.mode === "navigate" && !isFile && !path.startsWith("embed/");
}
