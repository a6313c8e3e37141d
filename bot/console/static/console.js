/* What the console does beyond plain pages: show how far a publishing is, and select a one-time link with one click. */
document.addEventListener('DOMContentLoaded', () => {
  const progress = document.getElementById('progress');
  if (progress) watch(progress);
  for (const link of document.querySelectorAll('input.copy')) {
    link.addEventListener('focus', () => link.select());
  }
});

function watch(progress) {
  const bar = progress.querySelector('progress');
  const [percent, step] = progress.querySelectorAll('[role=status] > *');
  const events = new EventSource(progress.dataset.events);
  events.onmessage = (event) => {
    const now = JSON.parse(event.data);
    bar.value = now.percent;
    percent.textContent = `${now.percent} %`;
    if (now.step && step.textContent !== now.step) step.textContent = now.step;
    if (now.over) {
      events.close();
      location.reload();
    }
  };
}
