// Loaded before the program under measurement: says at its end how much memory it held at most.
process.on("exit", () => {
  process.stderr.write(`peak memory: ${process.resourceUsage().maxRSS} kB\n`);
});
