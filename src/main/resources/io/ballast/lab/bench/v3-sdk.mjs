// Quotes swaps with @uniswap/v3-sdk and prints its speed and results.
// Usage: node v3-sdk.mjs NODE_MODULES INPUT ROUNDS MILLIS; INPUT as SdkInput.java writes it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, input, rounds, millis] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'bench.js'));
const { Pool, Tick, TickListDataProvider } = require('@uniswap/v3-sdk');
const { Token, CurrencyAmount } = require('@uniswap/sdk-core');

const ticks = [];
const sets = [];
let head = [];
for (const line of fs.readFileSync(input, 'utf8').split('\n')) {
  const [kind, ...words] = line.split(' ');
  if (kind === 'pool') {
    head = words;
  } else if (kind === 'tick') {
    ticks.push(new Tick({ index: Number(words[0]), liquidityNet: words[1], liquidityGross: words[2] }));
  } else if (kind === 'set') {
    sets.push([]);
  } else if (kind === 'swap') {
    sets.at(-1).push(words);
  }
}
const [fee, spacing, price, liquidity, tick, address0, decimals0, address1, decimals1] = head;
const token0 = new Token(1, address0, Number(decimals0));
const token1 = new Token(1, address1, Number(decimals1));
const provider = new TickListDataProvider(ticks, Number(spacing));
const pool = new Pool(token0, token1, Number(fee), price, liquidity, Number(tick), provider);

const out = [];
for (const set of sets) {
  const amounts = set.map(([down, raw]) => CurrencyAmount.fromRawAmount(down === '1' ? token0 : token1, raw));
  const results = new Array(amounts.length);
  let best = 0;
  for (let round = 0; round < 2 * Number(rounds); round++) {
    const begun = performance.now();
    const used = process.cpuUsage();
    let passes = 0;
    do {
      for (let i = 0; i < amounts.length; i++) {
        results[i] = await pool.getOutputAmount(amounts[i]);
      }
      passes++;
    } while (performance.now() - begun < Number(millis));
    const { user, system } = process.cpuUsage(used);
    best = round < Number(rounds) ? 0 : Math.max(best, (passes * amounts.length * 1e6) / (user + system));
  }
  out.push(`set ${best}`);
  for (const [amount, after] of results) {
    out.push(`${amount.quotient} ${after.sqrtRatioX96} ${after.tickCurrent} ${after.liquidity}`);
  }
}
fs.writeSync(1, out.join('\n') + '\n');
