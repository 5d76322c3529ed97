// Reads GIFT with gift-pegjs and prints what it found as JSON.
const fs = require("fs");
const { createRequire } = require("module");
const load = createRequire(process.argv[2] + "/");
const { parse } = load("gift-pegjs");
console.log(JSON.stringify(parse(fs.readFileSync(process.argv[3], "utf8"))));
