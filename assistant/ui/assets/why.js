/* Decides how the reason for the last turn is shown on request. */
function draw() {
  element.querySelector("details").hidden = !props.value;
  element.querySelector("details").open = false;
  element.querySelector("p").textContent = props.value || "";
}
draw();
watch("value", draw);
