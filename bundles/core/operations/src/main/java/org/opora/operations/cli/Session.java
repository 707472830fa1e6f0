package org.opora.operations.cli;

import java.nio.file.Path;

/** One call of the console: what was typed, where the product is, and how to talk to both. */
record Session(
    Arguments arguments, Console console, Texts texts, Path data, Path keys, Server server) {

  static Session of(Arguments arguments, Console console, Texts texts) throws Failure {
    Path data = arguments.data(console.environment(), texts);
    Path keys = arguments.keys(data, console.environment());
    return new Session(arguments, console, texts, data, keys, new Server(data, texts));
  }

  /** Prints the answer as it came when JSON is wanted; otherwise the caller writes words. */
  boolean printed(String json) {
    if (arguments.has("--json")) {
      console.say(json.strip());
      return true;
    }
    return false;
  }

  String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /** A variable of the environment; empty when it is not set. */
  String environment(String name) {
    return console.environment().getOrDefault(name, "");
  }

  void say(String line) {
    console.say(line);
  }

  Failure usage() {
    return new Failure(text("cli.help"), Failure.USAGE);
  }
}
