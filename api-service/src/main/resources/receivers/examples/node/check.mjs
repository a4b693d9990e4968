// Puts the published vectors to one of the examples and prints its verdicts:
//   node check.mjs ./verify.mjs vectors.json
// The packages know no clock but the real one, for which the published vectors are too old.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [example, file] = process.argv.slice(2);
const { verify } = await import(pathToFileURL(resolve(example)));

for (const vector of JSON.parse(readFileSync(file, "utf8")).vectors) {
  const header = example.includes("standard") ? vector.headers : vector.headers["X-iGregulator-Signature"];
  const genuine = verify(vector.secret, header, Buffer.from(vector.body_base64, "base64"), vector.now);
  console.log(vector.name, genuine ? "accepted" : "refused");
}
