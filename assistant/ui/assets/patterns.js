// My patterns: which faults come up, by ISO week, kept in this browser only and only while the switch is on. What is kept:
// names of faults with counts, and for today short hashes of the drafts counted, so that none counts twice. No words.
const KEY = "askwell.patterns", WEEKS = 104;
const part = (name) => element.querySelector('[data-part="' + name + '"]');
const words = () => element.querySelector(".patterns").dataset;
const names = () => JSON.parse(words().names);
const fill = (line, gaps) => line.replace(/\{(\w+)\}/g, (all, name) => gaps[name] ?? all);

function read() {
  try {
    const held = JSON.parse(localStorage.getItem(KEY)) || {};
    return { on: held.on === true, weeks: held.weeks || {}, day: held.day || "", seen: held.seen || [] };
  } catch {
    return { on: false, weeks: {}, day: "", seen: [] };
  }
}

function write(held) {
  try {
    localStorage.setItem(KEY, JSON.stringify(held));
    return true;
  } catch {
    part("say").textContent = words().lost;
    return false;
  }
}

const today = () => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].join("-"); };
function week(now) {  // the ISO week: the one that holds the Thursday
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const number = Math.ceil(((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86400000 + 1) / 7);
  return day.getUTCFullYear() + "-W" + String(number).padStart(2, "0");
}

function hash(text) {  // cyrb53: short, and no way back to the words
  let one = 0xdeadbeef, two = 0x41c6ce57;
  for (const letter of text.toLowerCase().replace(/\s+/g, " ").trim()) {
    one = Math.imul(one ^ letter.codePointAt(0), 2654435761);
    two = Math.imul(two ^ letter.codePointAt(0), 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}

function count({ draft, faults }) {
  const held = read(), mark = hash(draft), seen = held.day === today() ? held.seen : [];
  if (!held.on || seen.includes(mark)) return;
  const counts = (held.weeks[week(new Date())] ??= {});
  for (const fault of faults) counts[fault] = (counts[fault] || 0) + 1;
  const kept = Object.fromEntries(Object.entries(held.weeks).sort().slice(-WEEKS));
  write({ on: true, weeks: kept, day: today(), seen: [...seen, mark] });
  draw();
}

function totals(held) {
  const here = week(new Date()), earlier = Object.keys(held.weeks).filter((name) => name !== here).length;
  const rows = Object.keys(names()).map((fault) => {
    const now = held.weeks[here]?.[fault] || 0;
    const all = Object.values(held.weeks).reduce((sum, counts) => sum + (counts[fault] || 0), 0);
    return { fault: names()[fault], now, before: all - now, all, fall: earlier ? (all - now) / earlier - now : 0 };
  });
  return { rows: rows.filter((row) => row.all).sort((one, other) => other.all - one.all), earlier, begun: here in held.weeks };
}

function lines({ rows, earlier, begun }) {
  if (!rows.length) return [words().none];
  const down = rows.reduce((one, other) => (other.fall > one.fall ? other : one));
  const fell = begun && down.fall > 0 ? fill(earlier > 1 ? words().downMany : words().down, { ...down, weeks: earlier }) : "";
  return [fill(words().most, rows[0]), fell].filter(Boolean);
}

const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
function draw() {
  const held = read(), found = totals(held);
  part("on").checked = held.on;
  part("lines").replaceChildren(...lines(found).map((line) => made("p", line)));
  part("table").hidden = part("forget").hidden = !found.rows.length;
  part("table").tBodies[0].replaceChildren(...found.rows.map((row) => {
    const line = made("tr", ""), head = Object.assign(made("th", row.fault), { scope: "row" });
    line.append(head, made("td", row.now), made("td", row.before), made("td", row.all));
    return line;
  }));
  calm();
}

const calm = () => { part("forget").textContent = words().forget; delete part("forget").dataset.asked; };
function forget() {
  if (!part("forget").dataset.asked) {
    part("forget").dataset.asked = "yes";
    part("forget").textContent = words().sure;
    return;
  }
  write({ on: read().on, weeks: {}, day: "", seen: [] });
  draw();
  part("say").textContent = words().forgotten;
  part("on").focus();
}

window.askwellPatterns?.abort();
const leave = (window.askwellPatterns = new AbortController());
document.addEventListener("askwell:looked", (event) => count(event.detail), { signal: leave.signal });
window.addEventListener("storage", (event) => { if (event.key === KEY) draw(); }, { signal: leave.signal });
element.addEventListener("change", (event) => {
  if (event.target !== part("on")) return;
  part("say").textContent = "";
  if (!write({ ...read(), on: event.target.checked })) event.target.checked = false;
});
element.addEventListener("click", (event) => { if (event.target === part("forget")) forget(); });
element.addEventListener("focusout", (event) => { if (event.target === part("forget")) calm(); });
const old = read();
if (old.day && old.day !== today()) write({ ...old, day: "", seen: [] });
draw();
