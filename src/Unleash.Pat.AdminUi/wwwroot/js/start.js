// Starts the pages, and says in words where they cannot be.
const theme = localStorage.getItem("unleash-pat-theme");
if (theme) {
  document.documentElement.style.colorScheme = theme;
}

// Once the pages are there, they tell themselves what goes wrong.
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
// What cannot be fetched ends in a promise that nobody handles, not in the one that is given here.
addEventListener("unhandledrejection", fail);
Blazor.start().catch(fail);
