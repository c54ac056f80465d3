// node compile.mjs path/to/soljson.js Contract.sol...: prints a line "Contract 0x<creation code>" for each file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

const [compiler, ...files] = process.argv.slice(2).map((path) => resolve(path));
const soljson = createRequire(import.meta.url)(compiler);
const compile = soljson.cwrap('solidity_compile', 'string', ['string', 'number', 'number']);
const input = {
  language: 'Solidity',
  sources: Object.fromEntries(files.map((file) => [basename(file), { content: readFileSync(file, 'utf8') }])),
  settings: {
    evmVersion: 'paris',
    optimizer: { enabled: true, runs: 200 },
    // No hash of the source's metadata in the code: it would change with a comment.
    metadata: { bytecodeHash: 'none', appendCBOR: false },
    outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
  },
};
const output = JSON.parse(compile(JSON.stringify(input), 0, 0));
const errors = (output.errors ?? []).filter((e) => e.severity === 'error');
if (errors.length > 0) {
  console.error(errors.map((e) => e.formattedMessage).join('\n'));
  process.exit(1);
}
for (const file of files) {
  const contract = basename(file, '.sol');
  console.log(`${contract} 0x${output.contracts[basename(file)][contract].evm.bytecode.object}`);
}
