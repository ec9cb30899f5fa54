// Runs before the page is painted, so that a chosen theme never flashes.
try {
  const chosen = localStorage.getItem("descent.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* no storage: the system's theme */ }
