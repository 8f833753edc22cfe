{
  // The workbench: Alt and a number takes a card; what was found is said once typing has paused. Gradio's own input event
  // comes only with a key that writes; after a paste, a deletion or dictation, and when a result was overtaken by the
  // box, it is asked for from here. Drafts that gave way to a card are kept here, for one button to bring back. Tells "askwell:looked" when a draft was looked at for a while or taken.
  const SAY = 1200, LOOKED = 2000, AGAIN = 200;
  const state = (window.askwellSharpen = window.askwellSharpen || { typed: 0, asked: null, before: [] });
  state.leave?.abort();
  state.leave = new AbortController();
  const signal = state.leave.signal;
  const tab = () => document.querySelector("#sharpen");
  const box = () => document.querySelector("#sharpen-draft textarea");
  const said = () => document.querySelector("#sharpen-said textarea");
  const result = () => element.querySelector("[data-draft]");
  const same = (one, other) => one.trim() === (other?.value ?? "").trim();
  const fits = () => result() && same(result().dataset.draft, box()) && same(result().dataset.said, said());
  const say = () => {
    const place = document.querySelector("#sharpen-say .status");
    if (place && fits() && place.textContent !== result().dataset.line) place.textContent = result().dataset.line;
  };
  const looked = () => {
    if (!result()?.dataset.faults) return;
    const { draft, faults } = result().dataset;
    document.dispatchEvent(new CustomEvent("askwell:looked", { detail: { draft, faults: faults.split(" ") } }));
  };
  const settle = () => {
    clearTimeout(state.say);
    clearTimeout(state.look);
    const since = Date.now() - state.typed;
    state.say = setTimeout(say, Math.max(0, SAY - since));
    state.look = setTimeout(() => fits() && looked(), Math.max(0, LOOKED - since));
    clearTimeout(state.again);
    state.again = setTimeout(again, Math.max(0, AGAIN - since));
  };
  const again = () => {  // at most once for what stands in the boxes
    const now = JSON.stringify([box()?.value, said()?.value]);
    if (fits() || !box() || state.asked === now) return;
    state.asked = now;
    trigger("submit", {});
  };
  watch("value", settle);
  document.addEventListener("input", (event) => {
    if (!event.target.closest("#sharpen-draft, #sharpen-said")) return;
    state.typed = Date.now();
    settle();
  }, { signal });
  const undo = () => document.querySelector("#sharpen-undo [data-part=undo]");
  const offer = () => { if (undo()) undo().hidden = !state.before.length; };
  element.addEventListener("click", (event) => {
    if (!event.target.closest("[data-do=take]")) return;
    looked();
    state.before.push(box().value);
    offer();
  }, { signal, capture: true });
  document.addEventListener("click", (event) => {
    if (event.target !== undo()) return;
    box().value = state.before.pop() ?? "";
    box().dispatchEvent(new Event("input", { bubbles: true }));
    offer();
    box().focus();
    state.asked = null;
    setTimeout(again);
  }, { signal });
  offer();
  document.addEventListener("keydown", (event) => {
    const number = /^Digit([1-3])$/.exec(event.code)?.[1];
    if (!number || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = tab()?.offsetParent && (document.activeElement === document.body || tab().contains(document.activeElement));
    const button = here && element.querySelectorAll("[data-do=take]")[number - 1];
    if (!button) return;
    event.preventDefault();
    button.click();
  }, { signal });
}
