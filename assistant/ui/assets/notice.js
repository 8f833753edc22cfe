/* Decides how a notice is said; both places exist from the start, as a screen reader wants it. */
function draw() {
  const { text = "", kind = "status" } = props.value || {};
  for (const place of element.querySelectorAll("[role]")) place.textContent = place.getAttribute("role") === kind ? text : "";
}
draw();
watch("value", draw);
