// Golmac: MIT licence, see LICENSE.
//
// Plays a story in a WebAssembly build of the smallest host:
//   node wasm.mjs MODULE STORY SEED SAVE < COMMANDS
// or, with --imports, prints the module's imports, one on a line.
import fs from 'node:fs';

const [module_name, story_name, seed, save_name] = process.argv.slice(2);
const module = new WebAssembly.Module(fs.readFileSync(module_name));

if (story_name === '--imports') {
  for (const {module: from, name, kind} of WebAssembly.Module.imports(module))
    console.log(`${kind} ${from}.${name}`);
  process.exit(0);
}

const lines = fs.readFileSync(0).toString('latin1').split('\n');
if (lines.at(-1) === '') lines.pop();

let save = {bytes: [], at: 0, writing: false};
const bytes = (at, length) => new Uint8Array(instance.exports.memory.buffer, at, length);

const host = {
  write: (text, length) => { fs.writeSync(1, bytes(text, length)); },
  read_line: (line, size) => {
    if (lines.length === 0) return -1;
    const typed = Buffer.from(lines.shift().replace(/\r$/, ''), 'latin1').subarray(0, size);
    bytes(line, size).set(typed);
    return typed.length;
  },
  save_open: mode => {
    try {
      save = {bytes: mode === 0 ? [] : [...fs.readFileSync(save_name)], at: 0, writing: mode === 0};
      return 0;
    } catch {
      return 1;
    }
  },
  save_put: byte => { save.bytes.push(byte); return 0; },
  save_get: () => save.at < save.bytes.length ? save.bytes[save.at++] : -1,
  save_rewind: () => { save.at = 0; return 0; },
  save_close: () => {
    if (save.writing) fs.writeFileSync(save_name, Uint8Array.from(save.bytes));
    return 0;
  },
};

const instance = new WebAssembly.Instance(module, {host});
const story = fs.readFileSync(story_name);
bytes(instance.exports.story_room(), story.length).set(story);
process.exit(instance.exports.play(story.length, Number(seed)));
