// Keeps the keyboard's place. What has the focus may be removed or switched off: then browsers forget the place, and the
// next press of the tab key begins at the top of the page. So the focus goes to what is nearest.
const heading = "h1[tabindex]";
const dialogs = "[role=dialog]";
const waiting = `main, ${heading}, ${dialogs}`;
const stops = "button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, [tabindex='0']";

// What had the focus last, and everything that it was in, from the inside out.
let trail = [];

// Where the focus waits instead.
let refuge = null;
let isPlanned = false;

const canHold = element => element.isConnected && !element.matches(":disabled");
const isNowhere = () => !document.activeElement || document.activeElement === document.body || !canHold(document.activeElement);
const visible = element => element.checkVisibility();
const last = elements => elements[elements.length - 1];

function nearest() {
  const dialog = last(document.querySelectorAll(dialogs));
  const group = trail.find(element => element.isConnected && element.matches(`[data-keeps-focus], ${dialogs}`));
  if (dialog) {
    return group === dialog ? dialog : [...dialog.querySelectorAll(stops)].find(visible) ?? dialog;
  }
  return [...group?.querySelectorAll(stops) ?? []].find(visible) ?? document.querySelector(heading) ?? document.querySelector("main");
}

function focus(element) {
  if (!element.hasAttribute("tabindex") && element.matches(`main, ${dialogs}`)) {
    element.tabIndex = -1;
  }
  // Before it has the focus, so that it is not taken for a place that somebody chose. What can be pressed is as good as one.
  refuge = element.matches(waiting) ? element : null;
  element.focus({ preventScroll: true });
}

function keep() {
  isPlanned = false;
  const [lost] = trail;
  if (refuge && refuge === document.activeElement) {
    // Switched off only while something was sent, or a page that has its heading by now.
    const better = canHold(lost) ? refuge.matches(waiting) && lost : refuge.matches("main") && document.querySelector(heading);
    if (better) {
      refuge = null;
      better.focus({ preventScroll: true });
    }
  } else if (lost && isNowhere() && !canHold(lost)) {
    const place = nearest();
    if (place) {
      focus(place);
    }
  }
}

function plan() {
  if (!isPlanned) {
    isPlanned = true;
    // After whatever gives the focus back by itself, as a dialog does that closes.
    setTimeout(() => requestAnimationFrame(keep));
  }
}

document.addEventListener("focusin", event => {
  if (event.target === refuge) {
    return;
  }
  refuge = null;
  trail = [];
  for (let element = event.target; element && element !== document.body; element = element.parentElement) {
    trail.push(element);
  }
});
new MutationObserver(plan).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
