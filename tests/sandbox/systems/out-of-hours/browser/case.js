// The time spent on this case, from the moment it was opened.
const opened = performance.now();
const timer = document.getElementById('case-timer');

setInterval(() => {
  const seconds = Math.floor((performance.now() - opened) / 1000);
  const two = (number) => String(number).padStart(2, '0');
  timer.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}, 1000);
