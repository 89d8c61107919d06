// Loaded into a server before all else: tells whoever started it what it holds in memory after a collection.
process.on('message', () => {
  // Twice: what a first collection sets free may hold more.
  globalThis.gc?.();
  setTimeout(() => {
    globalThis.gc?.();
    process.send?.({ memory: process.memoryUsage() });
  }, 500);
});
// Whoever started it is gone.
process.once('disconnect', () => process.exit(0));
