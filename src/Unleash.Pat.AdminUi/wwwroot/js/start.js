// Starts the UI, and shows an error message if it cannot be loaded.
try {
  const theme = localStorage.getItem("unleash-pat-theme");
  if (theme) {
    document.documentElement.style.colorScheme = theme;
  }
} catch {
  // The browser blocks storage: the system's theme applies.
}

// Once the UI runs, it shows its own errors.
function fail() {
  const start = document.querySelector(".start");
  if (!start) {
    return;
  }
  start.hidden = true;
  document.getElementById("start-failed").hidden = false;
  document.getElementById("blazor-error-ui").hidden = true;
}

document.getElementById("start-again").addEventListener("click", () => location.reload());
// A failed download rejects a promise of the framework, not the one that start() returns.
addEventListener("unhandledrejection", fail);
Blazor.start().catch(fail);
