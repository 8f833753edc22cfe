{
  // The workbench: Alt and a number takes a card; what was found is said once typing has paused; a result that was
  // overtaken by the box is asked for again. Tells "askwell:looked" when a draft was looked at for a while or taken.
  const SAY = 1200, LOOKED = 2000;
  const state = (window.askwellSharpen = window.askwellSharpen || { typed: 0, told: "", asked: null });
  state.leave?.abort();
  state.leave = new AbortController();
  const signal = state.leave.signal;
  const tab = () => document.querySelector("#sharpen");
  const box = () => document.querySelector("#sharpen-draft textarea");
  const result = () => element.querySelector("[data-draft]");
  const fits = () => result() && box() && result().dataset.draft.trim() === box().value.trim();
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
    state.again = setTimeout(again, Math.max(0, SAY - since));
  };
  const again = () => {  // at most once for what stands in the box
    if (fits() || !box() || state.asked === box().value || Date.now() - state.typed < SAY) return;
    state.asked = box().value;
    trigger("submit", {});
  };
  watch("value", settle);
  document.addEventListener("input", (event) => {
    if (!event.target.closest("#sharpen-draft, #sharpen-said")) return;
    state.typed = Date.now();
    clearTimeout(state.again);
    settle();
  }, { signal });
  element.addEventListener("click", (event) => {
    if (event.target.closest("[data-do=take]")) looked();
  }, { signal, capture: true });
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
