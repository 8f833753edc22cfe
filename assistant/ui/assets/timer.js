// Stage timer: counts from Date.now(), so a sleeping background tab loses nothing; asks the server for nothing.
// What it knows lives on `window`, because the page may take this component down and build it again. Words stand in
// data attributes of .clock, with {name}, {number}, {count} and {time} as gaps.
const state = (window.askwellTimer = window.askwellTimer || { protocol: null });
const find = (name) => element.querySelector('[data-part="' + name + '"]');
const stages = () => [...element.querySelectorAll("[data-minutes]")];
const begun = () => !!state.used && (state.since !== null || state.used.some((ms) => ms > 0));
const full = (index) => Number(stages()[index].dataset.minutes) * 60000;
const used = (index) => state.used[index] + (index === state.stage && state.since !== null ? Date.now() - state.since : 0);
const put = (node, words) => { if (node.textContent !== words) node.textContent = words; };
const fill = (line, gaps) => line.replace(/\{(\w+)\}/g, (all, name) => gaps[name] ?? all);
const say = (key, gaps) => put(find("say"), key ? fill(find("clock").dataset[key], gaps || {}) : "");
const clock = (ms) => {
  const seconds = Math.ceil(ms / 1000);
  return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
};

function fresh() {
  Object.assign(state, { protocol: find("clock")?.dataset.protocol ?? null, stage: 0, since: null, done: false });
  state.used = stages().map(() => 0);
  state.told = stages().map(() => false);
}

function hold() {
  if (state.since !== null) state.used[state.stage] += Date.now() - state.since;
  state.since = null;
}

function draw() {
  const words = find("clock")?.dataset;
  if (!words) return;
  const all = stages(), index = state.stage, name = all[index].dataset.name, last = index === all.length - 1;
  const left = full(index) - used(index);
  put(find("where"), fill(words.stageOf, { number: index + 1, count: all.length }));
  put(find("name"), name);
  put(find("left"), left >= 0 ? clock(left) : fill(words.over, { time: clock(Math.floor(-left / 1000) * 1000) }));
  put(find("go"), state.since !== null ? words.pause : begun() ? words.resume : words.start);
  put(find("next"), last ? words.finish : words.next);
  find("go").disabled = find("next").disabled = state.done;
  find("back").disabled = index === 0 && !state.done;
  all.forEach((item, place) => {
    item.querySelector("progress").value = Math.min(1, used(place) / full(place));
    if (place === index && !state.done) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
  if (left <= 0 && !state.told[index] && state.since !== null) {
    state.told[index] = true;
    say(last ? "lastUp" : "stageUp", { name });
  }
}

function move(step) {
  const going = state.since !== null, target = state.stage + step;
  hold();
  if (state.done) state.done = false;
  else if (target >= stages().length) state.done = true;
  else state.stage = target;
  if (going && !state.done) state.since = Date.now();
  say(state.done ? "finished" : "stageNow", { name: stages()[state.stage].dataset.name });
  if (state.done) find("reset").focus();
}

const acts = {
  go: () => { if (state.since === null) state.since = Date.now(); else hold(); say(""); },
  next: () => move(1),
  back: () => move(-1),
  reset: () => { fresh(); say(""); },
};

element.addEventListener("click", (event) => {
  const act = Object.keys(acts).find((name) => event.target.closest('[data-part="' + name + '"]'));
  if (!act) return;
  acts[act]();
  draw();
});
state.begun = begun;
const arrive = () => { if (state.protocol !== (find("clock")?.dataset.protocol ?? null)) fresh(); draw(); };
watch("value", arrive);
arrive();
clearInterval(state.tick);
state.tick = setInterval(() => { if (state.since !== null) draw(); }, 250);
document.removeEventListener("visibilitychange", state.draw);
state.draw = draw;
document.addEventListener("visibilitychange", draw);
