// Loaded before the program under measurement: says at its end how much memory it held at most and what it took.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const milliseconds = Math.round((userCPUTime + systemCPUTime) / 1000);
  process.stderr.write(`used: ${maxRSS} kB, ${milliseconds} ms\n`);
});
