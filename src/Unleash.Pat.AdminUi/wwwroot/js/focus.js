// Keeps the keyboard focus in place. When the focused element is removed or disabled, browsers move the focus to the top of
// the page. This script moves it to the nearest element instead.
const heading = "h1[tabindex]";
const dialogs = "[role=dialog]";
const placeholders = `main, ${heading}, ${dialogs}`;
const stops = "button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, [tabindex='0']";

// The element that had the focus last, and its ancestors, from the inside out.
let focusPath = [];

// The element that holds the focus in place of the lost one.
let placeholder = null;
let isScheduled = false;

const canHold = element => element.isConnected && !element.matches(":disabled");
const isLost = () => !document.activeElement || document.activeElement === document.body || !canHold(document.activeElement);
const visible = element => element.checkVisibility();
const last = elements => elements[elements.length - 1];

function nearest() {
  const dialog = last(document.querySelectorAll(dialogs));
  const group = focusPath.find(element => element.isConnected && element.matches(`[data-keeps-focus], ${dialogs}`));
  if (dialog) {
    return group === dialog ? dialog : [...dialog.querySelectorAll(stops)].find(visible) ?? dialog;
  }
  return [...group?.querySelectorAll(stops) ?? []].find(visible) ?? document.querySelector(heading) ?? document.querySelector("main");
}

function focus(element) {
  if (!element.hasAttribute("tabindex") && element.matches(`main, ${dialogs}`)) {
    element.tabIndex = -1;
  }
  // Set before focus(), so that focusin does not record it as chosen by the user. An interactive element counts as chosen.
  placeholder = element.matches(placeholders) ? element : null;
  element.focus({ preventScroll: true });
}

function restore() {
  isScheduled = false;
  const [lost] = focusPath;
  if (placeholder && placeholder === document.activeElement) {
    // The lost element was disabled only while a form was sent, or the page has a heading by now.
    const better = canHold(lost) ? placeholder.matches(placeholders) && lost : placeholder.matches("main") && document.querySelector(heading);
    if (better) {
      placeholder = null;
      better.focus({ preventScroll: true });
    }
  } else if (lost && isLost() && !canHold(lost)) {
    const place = nearest();
    if (place) {
      focus(place);
    }
  }
}

function schedule() {
  if (!isScheduled) {
    isScheduled = true;
    // After code that restores the focus itself, such as a closing dialog.
    setTimeout(() => requestAnimationFrame(restore));
  }
}

document.addEventListener("focusin", event => {
  if (event.target === placeholder) {
    return;
  }
  placeholder = null;
  focusPath = [];
  for (let element = event.target; element && element !== document.body; element = element.parentElement) {
    focusPath.push(element);
  }
});
new MutationObserver(schedule).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
