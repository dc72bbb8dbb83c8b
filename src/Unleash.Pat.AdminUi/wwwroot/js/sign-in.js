// The sign-in page: one request, and then the page that was asked for. It needs nothing of the UI, which is loaded meanwhile.
const timeout = 60_000;
const element = id => document.getElementById(id);
const form = element("sign-in");
const send = element("send");
const other = element("other");
const fields = { email: "Enter your e-mail address.", username: "Enter your username or e-mail address.", password: "Enter your password." };

// By the code in the address, so that a link has no words of its own to show.
const failures = {
  denied: "The provider did not sign you in.",
  expired: "The sign-in took too long, or was finished before. Try again.",
  unavailable: "The provider does not answer. Try again in a moment.",
  invalid: "The provider's answer cannot be used. Tell an administrator.",
  "no-role": "You have no role in Unleash.Pat. Ask an administrator for one.",
  "unknown-user": "You have no account here. Ask an administrator for one.",
  "no-name": "The provider sends neither a verified e-mail address nor a username of yours. Tell an administrator.",
  "name-taken": "Your e-mail address or username belongs to an account that this sign-in does not open. Tell an administrator.",
  disabled: "Your account is switched off.",
  "last-administrator": "You would lose the role of the last administrator. Ask for the role at the provider, or have another administrator sign in first.",
  "too-many": "Too many people sign in from your network at once. Try again in a minute.",
};

// To sign in again, and addresses of programs.
const notPages = /^(login|signed-out|sign-in\.html|logout|auth|api)\b/;

let isByEmail = form.dataset.mode === "demo";

// Threat: a link to this page whose "redirect" leads a person who has just signed in to a page that only looks like this
// one (OWASP, unvalidated redirects). Addresses outside the service are ignored.
function target() {
  const start = new URL(document.baseURI);
  const redirect = new URLSearchParams(location.search).get("redirect") ?? "";
  // Browsers read a backslash as a slash, and two slashes as the start of a host name.
  const namesHost = redirect.replaceAll("\\", "/").startsWith("//");
  const address = !namesHost && URL.canParse(redirect, start) ? new URL(redirect, start).href : start.href;
  return address.startsWith(start.href) && !notPages.test(address.slice(start.href.length)) ? address : start.href;
}

function show(field, message) {
  element(`${field}-error`).textContent = message ?? "";
  element(field).toggleAttribute("aria-invalid", false);
  if (message) {
    element(field).setAttribute("aria-invalid", "true");
  }
}

function fail(message) {
  element("failure").textContent = message;
}

function setBusy(isBusy) {
  send.disabled = isBusy;
  send.textContent = isBusy ? "Signing in…" : "Sign in";
}

function switchTo(byEmail) {
  isByEmail = byEmail;
  element("by-email").hidden = !byEmail;
  element("by-password").hidden = byEmail;
  other.textContent = byEmail ? "Sign in with a password" : "Sign in with an e-mail address alone";
  element(byEmail ? "email" : "username").focus();
}

function isComplete() {
  const wanted = isByEmail ? ["email"] : ["username", "password"];
  for (const field of Object.keys(fields)) {
    const value = element(field).value;
    const isEmpty = field === "password" ? !value : !value.trim();
    show(field, wanted.includes(field) && isEmpty ? fields[field] : null);
  }
  form.querySelector("[aria-invalid=true]")?.focus();
  return !form.querySelector("[aria-invalid=true]");
}

function request() {
  const [path, body] = isByEmail
    ? ["auth/demo/login", { email: element("email").value.trim() }]
    : ["auth/simple/login", { username: element("username").value.trim(), password: element("password").value }];
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
}

// Errors have the form of docs/api.md, section 1.1: each detail names its field, or none.
async function explain(response) {
  const error = await response.json().catch(() => null);
  const details = error?.details?.length ? error.details : error?.message ? [error] : null;
  if (!details) {
    fail(`The service answered with status ${response.status}. Try again in a moment.`);
    return;
  }
  for (const { message, path } of details) {
    const field = Object.keys(fields).find(name => path === `/body/${name}`);
    if (field) {
      show(field, message);
    } else {
      fail(message);
    }
  }
}

async function signIn() {
  fail("");
  if (!isComplete()) {
    return;
  }
  setBusy(true);
  try {
    const response = await request();
    if (response.ok) {
      element("password").value = "";
      location.replace(target());
      return;
    }
    await explain(response);
  } catch (error) {
    fail(error.name === "TimeoutError"
      ? "The service took too long to answer. Try again."
      : "The service cannot be reached. Check your connection and try again.");
  }
  setBusy(false);
  restoreFocus();
}

// A disabled button loses the focus.
function restoreFocus() {
  if (document.activeElement === document.body) {
    (form.querySelector("[aria-invalid=true]") ?? element(isByEmail ? "email" : "password")).focus();
  }
}

// Low priority, and after this page: it must not delay the form. The framework downloads the assemblies, and links the rest.
function loadUi() {
  import(new URL("_framework/dotnet.js", document.baseURI)).then(({ dotnet }) => dotnet.download()).catch(() => { });
  for (const link of document.querySelectorAll("link[rel=later]")) {
    // Not rel="prefetch", which not every browser does, and which some check against default-src.
    fetch(link.href, { priority: "low" }).catch(() => { });
  }
}

try {
  const theme = localStorage.getItem("unleash-pat-theme");
  if (theme) {
    document.documentElement.style.colorScheme = theme;
  }
} catch {
  // The browser blocks storage: the system's theme applies.
}

const failure = new URLSearchParams(location.search).get("failure");
if (Object.hasOwn(failures, failure)) {
  fail(failures[failure]);
} else if (form.dataset.session === "live") {
  location.replace(target());
}
element("signed-out").hidden = !location.pathname.endsWith("/signed-out");
other.hidden = form.dataset.mode !== "demo";
form.hidden = form.dataset.mode === "none";
element("provider").search = new URLSearchParams({ returnUrl: target().slice(location.origin.length) });
other.addEventListener("click", () => switchTo(!isByEmail));
form.addEventListener("submit", event => {
  event.preventDefault();
  signIn();
});
// A page that the browser's Back button restores is in the state in which it was left.
addEventListener("pageshow", event => event.persisted && setBusy(false));
switchTo(isByEmail);
setBusy(false);
if (document.readyState === "complete") {
  loadUi();
} else {
  addEventListener("load", loadUi);
}
