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
  // In the dialog that is open, because the focus cannot leave it.
  (focused?.closest("[role=dialog]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return copied;
}

// After the frame in which the words about the fault appear.
export function focusFault(formId) {
  requestAnimationFrame(() => document.querySelector(`#${formId} [aria-invalid=true]`)?.focus());
}

// A window that is looked at again, whether it was hidden behind a tab or behind another program.
export function watchReturn(watch) {
  let isAway = false;
  const leave = () => { isAway = true; };
  const come = () => {
    if (isAway && document.visibilityState === "visible") {
      isAway = false;
      watch.invokeMethodAsync("LookAsync");
    }
  };
  addEventListener("blur", leave);
  addEventListener("focus", come);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    } else {
      come();
    }
  });
}

export function watchSystemTheme(watch) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change => watch.invokeMethodAsync("Follow", change.matches));
}

const prefix = "unleash-pat-";

export function recall(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem(prefix + name);
    } else {
      localStorage.setItem(prefix + name, value);
    }
  } catch {
    // A browser that keeps nothing shows the page as it is made.
  }
}
