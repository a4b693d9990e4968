// Verifies X-iGregulator-Signature with nothing but Node's own modules. To try it by hand:
//   node verify.mjs "$SECRET" "$HEADER" < body
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const TOLERANCE_SECONDS = 300;

/**
 * @param {string} secret whole, whsec_ included
 * @param {string} header value of X-iGregulator-Signature: t=seconds,v1=hex[,v1=hex...]
 * @param {Buffer} body the bytes as received, before any parser
 */
export function verify(secret, header, body, now = Date.now() / 1000) {
  const parts = (header ?? "").split(",");
  const timestamp = (parts.find((part) => part.startsWith("t=")) ?? "").slice(2);
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) {
    return false;
  }
  const expected = Buffer.from(
    "v1=" + createHmac("sha256", secret).update(timestamp + ".").update(body).digest("hex"),
  );
  // One v1 for each secret that is still valid: any of them will do.
  return parts
    .map((part) => Buffer.from(part))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [secret, header] = process.argv.slice(2);
  console.log(verify(secret, header, readFileSync(0)) ? "accepted" : "refused");
}
