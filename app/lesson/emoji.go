package lesson

// Emoji is the closed set of emoji that a lesson may use: those that are drawn
// as small pictures (design.md 7). A variation selector may follow.
const Emoji = "😂🤣👀😁😀😉😢😭😬😟❤👍🔥"
