/* Decides that an opener goes into the message box and is not sent. */
element.addEventListener("click", (event) => {
  const opener = event.target.closest("button[data-words]");
  if (!opener) return;
  const box = askwell.fill(opener.dataset.words);
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
});
