// A certificate of this run's own, since browsers speak HTTP/2 only with hosts that have one.

import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const files = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
const request = "req -x509 -nodes -days 2 -subj /CN=localhost";
const kind = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1";
const words = [...`${request} ${kind}`.split(" "), "-keyout", files.key, "-out", files.cert];
execFileSync("openssl", words, { stdio: "ignore" });

/** Key and certificate, as servers want them. */
export const identity = { key: readFileSync(files.key), cert: readFileSync(files.cert) };

rmSync(folder, { recursive: true });

const key = new X509Certificate(identity.cert).publicKey.export({ type: "spki", format: "der" });
const fingerprint = createHash("sha256").update(key).digest("base64");

/** Has Chromium trust the certificate as if it were anybody's. */
export const TRUST = `--ignore-certificate-errors-spki-list=${fingerprint}`;
