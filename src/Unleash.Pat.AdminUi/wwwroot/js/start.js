// Starts the pages, and says in words where they cannot be.
const theme = localStorage.getItem("unleash-pat-theme");
if (theme) {
  document.documentElement.style.colorScheme = theme;
}

function fail() {
  const start = document.querySelector(".start");
  if (!start) {
    return;
  }
  start.hidden = true;
  document.getElementById("start-failed").hidden = false;
}

document.getElementById("start-again").addEventListener("click", () => location.reload());
Blazor.start().catch(fail);
