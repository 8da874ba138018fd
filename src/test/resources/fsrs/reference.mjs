// Writes reference.txt: final memories of ten thousand random histories, as ts-fsrs computes them.
//
//   npm install --no-save ts-fsrs@5.4.2 && node src/test/resources/fsrs/reference.mjs > src/test/resources/fsrs/reference.txt
//
// History n: x = n * 2654435761 mod 2^32, and each next() is xorshift32 (13, 17, 5). Its length is 1 + next() % 20. Each
// recall takes grade = 1 + next() % 4, then, but for the first, days = next() % 8 < 1 ? 0 : 1 + next() % 300. A HARD (2) on the
// same day becomes GOOD: there the published formula and ts-fsrs differ (it never lets stability sink; the bot never asks twice
// a day for a grade).
// A line: stability, difficulty, the interval at a desired retention of 0.90 and of 0.80.
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';

const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false, enable_short_term: true }));
const lower = new FSRSAlgorithm(
  generatorParameters({ enable_fuzz: false, enable_short_term: true, request_retention: 0.8 }));

for (let n = 1; n <= 10000; n++) {
  let x = Math.imul(n, 2654435761) >>> 0;
  const next = () => {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x;
  };
  const length = 1 + (next() % 20);
  let memory = null;
  for (let i = 0; i < length; i++) {
    const drawn = 1 + (next() % 4);
    const days = i === 0 ? 0 : next() % 8 < 1 ? 0 : 1 + (next() % 300);
    const grade = i > 0 && days === 0 && drawn === 2 ? 3 : drawn;
    memory = algorithm.next_state(memory, days, grade);
  }
  console.log(
    [
      memory.stability.toPrecision(9) * 1,
      memory.difficulty.toPrecision(9) * 1,
      algorithm.next_interval(memory.stability, 0),
      lower.next_interval(memory.stability, 0),
    ].join(' '));
}
