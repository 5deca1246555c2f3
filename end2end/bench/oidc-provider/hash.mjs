// Milliseconds of processor that one look at a password costs.
import argon2 from "argon2";

const LOOKS = 20;
const hash = await argon2.hash("secret", { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
const before = process.cpuUsage();
for (let look = 0; look < LOOKS; look++) await argon2.verify(hash, "secret");
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / LOOKS);
