// Hands the files of the simulator's control page over as their text, as the bundler does.
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
