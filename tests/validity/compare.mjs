// One table: framescope, its ablations, and others, on coded sentences.
//
// node compare.mjs --program FRAMESCOPE --modules NODE_MODULES
//                  [--write DOCUMENT] GOLD.jsonl…
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';

import * as gold from './gold.mjs';
import {runAlex, runVader} from './others.mjs';
import {runRegression} from './regression.mjs';

const resamples = 2000;

// A generator of numbers in [0, 1) that gives the same every time (mulberry32).
function seeded(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Sentences of one text are alike, so whole texts are drawn: percentile
// intervals of a bootstrap over sources, the same draws for every tool.
function drawsOf(sources) {
  const random = seeded(20260101);
  return Array.from({length: resamples}, () => Array.from(
      {length: sources}, () => Math.floor(random() * sources)));
}

function interval(values) {
  const sorted = values.slice().sort((a, b) => a - b);
  const at = share => sorted[Math.round(share * (sorted.length - 1))];
  return [at(0.025), at(0.975)];
}

function summarise(tallies, draws, base) {
  const total = gold.sum(tallies);
  const drawn = draws.map(draw => gold.sum(draw.map(i => tallies[i])));
  const cells = {...total};
  for (const [name, measure] of Object.entries(gold.measures)) {
    cells[name] = {value: measure(total), range: interval(drawn.map(measure))};
  }
  cells.drawn = drawn.map(gold.measures.f1);
  if (base) {
    const differences = cells.drawn.map((f1, k) => base.drawn[k] - f1);
    cells.behind = {value: base.f1.value - cells.f1.value,
                    range: interval(differences)};
  }
  return cells;
}

// Rows of the table: a name and, for a question, one {evoked, endorsed} for
// each sentence. The rows marked `part` are left out where only the sign is
// asked for.
async function competitors(found, cases, learnt, options) {
  const rows = [];
  const names = {
    'as asked': 'framescope', 'no masks': '… without masks',
    'no stance': '… without stance',
    'no masks, no stance': '… without both',
    'weight 3 only': '… weight 3 only'};
  for (const [name, answers] of found) {
    rows.push({name: names[name] ?? name, answers: () => answers,
               part: name !== 'as asked'});
  }
  rows.push({name: 'n-gram regression', answers: learnt});
  const vader = runVader(options.modules, cases);
  rows.push({name: 'VADER, every pole of the sign',
             answers: () => vader.sign});
  rows.push({name: 'VADER, best two poles', answers: () => vader.best,
             part: true});
  const alex = await runAlex(options.modules, cases);
  rows.push({name: 'alex, by rule', answers: () => alex.rules});
  rows.push({name: 'alex, any message', answers: () => alex.any});
  return rows;
}

const fixed = x => x.toFixed(2).replace('-', '−');
const cell = ({value, range}) =>
    `${fixed(value)} [${fixed(range[0])}, ${fixed(range[1])}]`;

function tableOf(cases, rows) {
  const draws = drawsOf(new Set(cases.map(c => c.source)).size);
  const lines = [
    '| reading | tool | precision | recall | F1 | framescope ahead by | ' +
        'right | false | missed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'];
  for (const question of gold.questions) {
    for (const reading of gold.readings) {
      let base;
      for (const row of rows) {
        if (question.name === 'sign' && row.part) continue;
        const tallies = gold.talliesBySource(
            cases, row.answers(question), reading, question);
        const cells = summarise(tallies, draws, base);
        base ??= cells;
        lines.push('| ' + [
          `${question.name}, ${reading}`, row.name, cell(cells.precision),
          cell(cells.recall), cell(cells.f1),
          cells.behind ? cell(cells.behind) : '', cells.right, cells.false,
          cells.missed].join(' | ') + ' |');
      }
    }
  }
  return lines.join('\n');
}

// How well framescope tells the stance of the spans that it and the coders
// both marked; Wilson intervals over spans.
function stanceTable({endorsed_or_not, set_aside, by_stance}) {
  const row = (name, value, [low, high], part, whole) =>
      `| ${name} | ${cell({value, range: [low, high]})} | ${part} | ${whole} |`;
  const lines = [
    '| stance of spans that both marked | share | spans | of |',
    '| --- | --- | --- | --- |',
    row('endorsed or not: agreed', endorsed_or_not.value,
        endorsed_or_not.interval, endorsed_or_not.part, endorsed_or_not.whole),
    row('negated, moved from or rejected: recalled', set_aside.value,
        set_aside.interval, set_aside.part, set_aside.whole)];
  for (const [name, tally] of Object.entries(by_stance)) {
    const whole = tally.right + tally.missed;
    if (!whole) continue;
    lines.push(row(`${name}: recalled`, tally.recall, tally.recall_interval,
                   tally.right, whole));
  }
  return lines.join('\n');
}

// The regression learns from all files at once and answers for each sentence
// with a model that saw no sentence of its text.
function learnAll(files) {
  const cases = files.flatMap(file => file.cases);
  const answers = new Map();
  for (const question of gold.questions.slice(0, 2)) {
    const sets = Object.fromEntries(gold.readings.map(
        reading => [reading, runRegression(cases, reading, question.labels)]));
    answers.set(question.name, cases.map(
        (_, i) => ({evoked: sets.evoked[i], endorsed: sets.endorsed[i]})));
  }
  return (question, first, count) =>
      answers.get(question.name === 'sign' ? 'headline' : question.name)
          .slice(first, first + count);
}

async function compare(options, paths) {
  const files = paths.map(file => ({file, cases: gold.readGold(file)}));
  const learnt = learnAll(files);
  const version = execFileSync(options.program, ['--version'],
                               {encoding: 'utf8'}).trim().split('\n')[0];
  const record = execFileSync(
      options.program, ['score', '--format', 'json', '-'],
      {input: 'A word.', encoding: 'utf8'});
  const [lexicon] = JSON.parse(record).stamp.lexicons;
  const parts = [`Measured ${new Date().toISOString().slice(0, 10)} with ` +
                 `${version}, lexicon ${lexicon.name} ${lexicon.version}, ` +
                 `hash \`${lexicon.hash}\`.`];
  let first = 0;
  for (const {file, cases} of files) {
    const from = first;
    first += cases.length;
    const found = gold.runFramescope(options.program, file, cases);
    const rows = await competitors(
        found.answers, cases,
        question => learnt(question, from, cases.length), options);
    const sources = new Set(cases.map(c => c.source)).size;
    parts.push(`### ${path.basename(file)}: ${cases.length} sentences of ` +
               `${sources} texts`, tableOf(cases, rows),
               stanceTable(found.stance));
  }
  return parts.join('\n\n') + '\n';
}

// Replaces what stands between the markers of `document`.
function write(document, text) {
  const begin = '<!-- figures: begin -->\n', end = '<!-- figures: end -->';
  const old = fs.readFileSync(document, 'utf8');
  const from = old.indexOf(begin), to = old.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${document}: no line "${begin.trim()}" before "${end}"`);
  }
  fs.writeFileSync(document, old.slice(0, from + begin.length) + '\n' + text +
                                 '\n' + old.slice(to));
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {program: {type: 'string'}, modules: {type: 'string'},
            write: {type: 'string'}}});
if (!values.program || !values.modules || !positionals.length) {
  console.error('compare.mjs: give --program, --modules and a GOLD.jsonl');
  process.exit(2);
}
const text = await compare(values, positionals);
process.stdout.write(text);
if (values.write) write(values.write, text);
