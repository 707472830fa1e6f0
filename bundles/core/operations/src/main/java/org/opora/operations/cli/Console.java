package org.opora.operations.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the person sits: what is printed, what is asked, and the environment.
 *
 * @param out for the answer
 * @param err for everything else
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

  void say(String line) {
    out.println(line);
  }

  /** Words beside the answer, which do not disturb a program that reads it. */
  void aside(String line) {
    err.println(line);
  }

  String ask(String question) throws IOException {
    err.print(question + " ");
    err.flush();
    return line();
  }

  /** From the variable, from the terminal without showing it, or from standard input. */
  char[] secret(String variable, String question) throws IOException {
    String given = environment.get(variable);
    if (given != null && !given.isEmpty()) {
      return given.toCharArray();
    }
    return hidden(question);
  }

  /** From the terminal without showing it, or from standard input. */
  char[] hidden(String question) throws IOException {
    java.io.Console terminal = System.console();
    if (terminal != null) {
      char[] typed = terminal.readPassword("%s ", question);
      return typed == null ? new char[0] : typed;
    }
    return line().toCharArray();
  }

  String line() throws IOException {
    // Unbuffered on purpose: two questions read one line each.
    var bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      bytes.write(b);
    }
    // Not the default: without an installed locale Java would take it for ASCII.
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }
}
