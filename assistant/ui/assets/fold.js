// A fold: opens and closes what stands below its heading.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[aria-expanded]");
  button?.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
});
