// Nothing can be shown now: look again after each save.

new EventSource("events").addEventListener("saved", () => location.reload());
