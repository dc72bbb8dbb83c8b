// navigator.clipboard exists only over HTTPS and on localhost.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.value = text;
  // Inside the open dialog, because it traps the focus.
  (focused?.closest("[role=dialog]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return copied;
}

// After the next frame, when the error messages are rendered.
export function focusFirstInvalid(formId) {
  requestAnimationFrame(() => document.querySelector(`#${formId} [aria-invalid=true]`)?.focus());
}

// A list must not move while the user reads it: has scrolled, has the focus in it, or has opened a row.
export function attention() {
  if (document.visibilityState === "hidden") {
    return "hidden";
  }
  const isFree = scrollY === 0 && !document.activeElement?.closest("table") && !document.querySelector("table [aria-expanded=true]");
  return isFree ? "free" : "reading";
}

// The user returns from another tab or another program.
export function watchTabReturn(watcher) {
  let isAway = false;
  const leave = () => { isAway = true; };
  const enter = () => {
    if (isAway && document.visibilityState === "visible") {
      isAway = false;
      watcher.invokeMethodAsync("OnTabReturnAsync");
    }
  };
  addEventListener("blur", leave);
  addEventListener("focus", enter);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    } else {
      enter();
    }
  });
}

export function watchSystemTheme(watcher) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change => watcher.invokeMethodAsync("OnSystemThemeChanged", change.matches));
}

const prefix = "unleash-pat-";

export function getSetting(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function saveSetting(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem(prefix + name);
    } else {
      localStorage.setItem(prefix + name, value);
    }
  } catch {
    // The browser blocks storage: the defaults apply.
  }
}
